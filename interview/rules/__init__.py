"""Conditions over answers: three-valued truth, dates as intervals, one tree."""

from interview.rules import (
    conditions,
    dates,
)
from interview.rules.compiling import (
    AS_OF,
    SKIPPED,
    UNSURE,
    Answer,
    Judge,
    Person,
    Places,
    compile_condition,
    compile_date,
    compile_rule,
    is_fully_known,
    remember,
)
from interview.rules.conditions import (
    Condition,
    ConditionError,
    DateTerm,
    Named,
    NotKnown,
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
from interview.rules.parsing import (
    parse_condition,
    parse_date,
)
from interview.rules.reasons import (
    Reasons,
)
from interview.rules.rulebook import (
    Rulebook,
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
    "SKIPPED",
    "UNKNOWN",
    "UNSURE",
    "YES",
    "Answer",
    "Condition",
    "ConditionError",
    "DateTerm",
    "Interval",
    "Judge",
    "Named",
    "NoSuchDate",
    "NotKnown",
    "Person",
    "Places",
    "Reasons",
    "Rule",
    "Rulebook",
    "Truth",
    "all_of",
    "comparison_facts",
    "comparisons",
    "compile_condition",
    "compile_date",
    "compile_rule",
    "conditions",
    "dates",
    "day",
    "facts",
    "is_fully_known",
    "listed_values",
    "parse_condition",
    "parse_date",
    "parse_day",
    "parts",
    "remember",
    "with_date",
    "within",
]
