"""Conditions over answers: three-valued truth, dates as intervals, one tree."""

from interview.rules import (
    conditions,
    dates,
)
from interview.rules.comparing import (
    FindDate,
    compile_date,
)
from interview.rules.compiling import (
    Compiler,
    Rulebook,
    compile_condition,
)
from interview.rules.conditions import (
    Condition,
    ConditionError,
    DateTerm,
    Named,
    NotKnown,
    ProgramIs,
    Rule,
    comparison_facts,
    comparisons,
    facts,
    listed_values,
    parts,
    with_date,
    within,
)
from interview.rules.dates import (
    Interval,
    NoSuchDate,
    day,
    parse_day,
)
from interview.rules.folding import (
    Fold,
    Group,
)
from interview.rules.memory import Memory, forget_dates
from interview.rules.names import (
    did_you_mean,
)
from interview.rules.outcomes import Outcomes
from interview.rules.parsing import (
    date_pattern,
    line_pattern,
    parse_condition,
    parse_date,
)
from interview.rules.references import (
    resolve,
)
from interview.rules.rows import (
    AS_OF,
    NOT_REACHED,
    SKIPPED,
    UNSURE,
    Answer,
    Compiled,
    Judge,
    Layout,
    Row,
    is_fully_known,
    remember,
)
from interview.rules.truth import (
    NO,
    UNKNOWN,
    YES,
    Truth,
    all_of,
)

__all__ = [
    "AS_OF",
    "NO",
    "NOT_REACHED",
    "SKIPPED",
    "UNKNOWN",
    "UNSURE",
    "YES",
    "Answer",
    "Compiled",
    "Compiler",
    "Condition",
    "ConditionError",
    "DateTerm",
    "FindDate",
    "Fold",
    "Group",
    "Interval",
    "Judge",
    "Layout",
    "Memory",
    "Named",
    "NoSuchDate",
    "NotKnown",
    "Outcomes",
    "ProgramIs",
    "Row",
    "Rule",
    "Rulebook",
    "Truth",
    "all_of",
    "comparison_facts",
    "comparisons",
    "compile_condition",
    "compile_date",
    "conditions",
    "date_pattern",
    "dates",
    "day",
    "did_you_mean",
    "facts",
    "forget_dates",
    "is_fully_known",
    "line_pattern",
    "listed_values",
    "parse_condition",
    "parse_date",
    "parse_day",
    "parts",
    "remember",
    "resolve",
    "with_date",
    "within",
]
