"""A result in words: blocks, made once, that page, paper and plain text all show."""

from interview.summary import (
    html,
    plain_text,
)
from interview.summary.blocks import (
    ContactLine,
    Section,
)
from interview.summary.blocks import (
    Summary as Blocks,
)
from interview.summary.condition_words import (
    ConditionSayer,
    ConditionText,
)
from interview.summary.contact_lines import (
    ContactBook,
)
from interview.summary.html import (
    STATIC,
    inline,
)
from interview.summary.phrasing import (
    Phrasing,
)
from interview.summary.sheet import (
    lawyer_sheet,
)
from interview.summary.so_far import (
    BeforeTheEnd,
)
from interview.summary.summarizer import (
    Summarizer,
)

__all__ = [
    "STATIC",
    "BeforeTheEnd",
    "Blocks",
    "ConditionSayer",
    "ConditionText",
    "ContactBook",
    "ContactLine",
    "Phrasing",
    "Section",
    "Summarizer",
    "html",
    "inline",
    "lawyer_sheet",
    "plain_text",
]
