"""A result in words: blocks, made once, that page, paper and plain text all show."""

from interview.summary import (
    html,
    plain_text,
)
from interview.summary.blocks import (
    Section,
)
from interview.summary.blocks import (
    Summary as Blocks,
)
from interview.summary.condition_words import (
    ConditionSayer,
    Words,
)
from interview.summary.html import (
    inline,
)
from interview.summary.phrasing import (
    Teller,
)
from interview.summary.sheet import (
    lawyer_sheet,
)
from interview.summary.summarizer import (
    Summarizer,
)

__all__ = [
    "Blocks",
    "ConditionSayer",
    "Section",
    "Summarizer",
    "Teller",
    "Words",
    "html",
    "inline",
    "lawyer_sheet",
    "plain_text",
]
