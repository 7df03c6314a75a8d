"""A result in words: blocks, made once, that page, paper and plain text all show."""

from interview.summary import (
    html,
    plain_text,
)
from interview.summary.blocks import (
    Card,
    CardRow,
    ContactLine,
    Section,
)
from interview.summary.blocks import (
    Summary as Blocks,
)
from interview.summary.conclusions import (
    first_step,
)
from interview.summary.condition_words import (
    ConditionSayer,
    ConditionText,
)
from interview.summary.contact_lines import (
    ContactBook,
)
from interview.summary.context import (
    SummaryContext,
    client_context,
)
from interview.summary.html import (
    STATIC,
    inline,
)
from interview.summary.law_today import (
    day_in_words,
    deadlines_found,
)
from interview.summary.phrasing import (
    Phrasing,
)
from interview.summary.sheet import (
    Gaps,
    GivenAnswers,
    LawyerSheet,
    ProgramLine,
    gaps_in,
    lawyer_sheet,
)
from interview.summary.so_far import (
    BeforeTheEnd,
)
from interview.summary.summarizer import (
    Summarizer,
)
from interview.summary.to_gather import (
    ToGather,
    to_gather,
)

__all__ = [
    "STATIC",
    "BeforeTheEnd",
    "Blocks",
    "Card",
    "CardRow",
    "ConditionSayer",
    "ConditionText",
    "ContactBook",
    "ContactLine",
    "Gaps",
    "GivenAnswers",
    "LawyerSheet",
    "Phrasing",
    "ProgramLine",
    "Section",
    "Summarizer",
    "SummaryContext",
    "ToGather",
    "client_context",
    "day_in_words",
    "deadlines_found",
    "first_step",
    "gaps_in",
    "html",
    "inline",
    "lawyer_sheet",
    "plain_text",
    "to_gather",
]
