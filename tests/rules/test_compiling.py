"""Compiled rules: unclear law is UNKNOWN, and a rule can say which facts keep it so."""

import datetime

import pytest

from interview.rules import conditions as c
from interview.rules.compiling import Compiler, compile_condition
from interview.rules.dates import day, parse
from interview.rules.parsing import parse_condition as condition
from interview.rules.references import resolve
from interview.rules.rows import AS_OF, SKIPPED, is_fully_known
from interview.rules.truth import NO, UNKNOWN, YES

FACTS = ("felony", "cleared", "offenses", "birth_date", "entry_date", "return_date", AS_OF)
LAYOUT = {name: index for index, name in enumerate((*FACTS, "ground 1d"))}
TODAY = datetime.date(2015, 6, 15)

CONDITION = condition("felony is yes")
UNCLEAR = resolve(condition({"all": ["that", "cleared is yes"]}), {"that": CONDITION})
GROUND = c.Rule(CONDITION, UNCLEAR)


def row(**answers):
    laid_out = [answers.get(fact) for fact in FACTS]
    laid_out[LAYOUT[AS_OF]] = day(TODAY)
    return [*laid_out, answers.get("ground")]


def sought(compiled, **answers):
    """The facts that keep a compiled condition unknown."""
    return set(compiled.unknown(row(**answers)))


@pytest.mark.parametrize(
    ("felony", "cleared", "truth"),
    [
        ("yes", "no", YES),
        ("yes", "yes", UNKNOWN),
        ("yes", None, UNKNOWN),
        ("no", "yes", NO),
        ("no", None, NO),
        (None, "no", UNKNOWN),
        (None, "yes", UNKNOWN),
        (SKIPPED, SKIPPED, NO),
    ],
)
def test_a_rule_is_its_condition_while_unclear_if_is_no_and_unknown_otherwise(
    felony, cleared, truth
):
    assert Compiler(LAYOUT).rule(GROUND).judge(row(felony=felony, cleared=cleared)) is truth


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"felony": "yes"}, {"cleared"}),
        ({"cleared": "no"}, {"felony"}),
        ({}, {"felony", "cleared"}),
        ({"felony": "yes", "cleared": "yes"}, set()),
        ({"felony": "no"}, set()),
    ],
)
def test_what_keeps_a_rule_unknown_is_what_is_not_answered_and_not_the_law(answers, expected):
    assert sought(Compiler(LAYOUT).rule(GROUND), **answers) == expected


@pytest.mark.parametrize(
    ("written", "answers", "expected"),
    [
        ({"all": ["felony is yes", "cleared is yes"]}, {"felony": "yes"}, {"cleared"}),
        ({"any": ["felony is yes", {"all": ["cleared is no", "offenses has any"]}]},
         {"felony": "no", "cleared": "yes"}, set()),
        ({"any": ["felony is yes", {"all": ["cleared is no", "offenses has any"]}]},
         {"felony": "no"}, {"cleared", "offenses"}),
        ({"none": ["felony is yes", "cleared is yes"]}, {}, {"felony", "cleared"}),
        ("offenses includes dui", {"offenses": frozenset({"firearm", "unsure"})}, {"offenses"}),
        ("entry_date is before birthday 16", {"entry_date": parse("2010")},
         {"entry_date", "birth_date"}),
        ("entry_date is before birthday 16",
         {"entry_date": parse("2010-05-05"), "birth_date": parse("1994")}, {"birth_date"}),
        ("2 years after entry_date is after as_of", {"entry_date": parse("2013")}, {"entry_date"}),
        ("felony is not known", {}, set()),
    ],
)  # fmt: skip
def test_a_condition_seeks_through_its_unknown_parts_only(written, answers, expected):
    assert sought(compile_condition(condition(written), LAYOUT), **answers) == expected


@pytest.mark.parametrize("truth", [YES, NO, UNKNOWN])
def test_a_ground_is_judged_once_and_then_remembered(truth):
    holds = compile_condition(c.GroundHolds("1d", GROUND), LAYOUT)
    assert holds.judge(row(felony="yes", cleared="no", ground=truth)) is truth


def test_a_comparison_of_two_dates_is_no_when_either_question_does_not_apply():
    later = compile_condition(condition("return_date is after entry_date"), LAYOUT)
    truths = [
        later.judge(row(return_date=SKIPPED, entry_date=parse("2010"))),
        later.judge(row(return_date=parse("2010"), entry_date=SKIPPED)),
        later.judge(row(return_date=SKIPPED)),
        later.judge(row(return_date=parse("2010"))),
    ]
    assert truths == [NO, NO, NO, UNKNOWN]


def test_a_partial_date_and_a_doubt_beside_a_choice_leave_something_open():
    known = [
        is_fully_known(answer)
        for answer in (
            "yes", frozenset(), frozenset({"dui"}), parse("2007-06-15"), SKIPPED,
            None, frozenset({"dui", "unsure"}), parse("2007-06"), parse("2007"),
        )
    ]  # fmt: skip
    assert known == [True] * 5 + [False] * 4


def test_a_name_that_was_never_resolved_cannot_be_compiled():
    with pytest.raises(TypeError, match="this condition was not resolved"):
        compile_condition(condition("bar_crimes"), LAYOUT)


@pytest.mark.parametrize(
    ("written", "answers", "expected"),
    [
        ({"all": ["felony is yes", "cleared is yes"]}, {"felony": "no", "cleared": "yes"},
         ("felony",)),
        ({"all": ["felony is yes", "cleared is yes"]}, {"felony": "yes", "cleared": "yes"},
         ("felony", "cleared")),
        ({"any": ["felony is yes", "cleared is yes"]}, {"felony": "no"}, ("cleared",)),
        ({"any": ["felony is yes", "cleared is yes"]}, {"felony": "no", "cleared": "no"},
         ("felony", "cleared")),
        ({"none": ["felony is yes", "cleared is yes"]}, {"cleared": "yes"}, ("cleared",)),
        ({"none": ["felony is yes", {"all": ["cleared is yes", "felony is yes"]}]},
         {"felony": "no", "cleared": "yes"}, ("felony",)),
        ("entry_date is before birthday 16", {}, ("entry_date", "birth_date")),
    ],
)  # fmt: skip
def test_what_decided_a_condition_are_the_answers_that_settled_it_each_once(
    written, answers, expected
):
    decided = compile_condition(condition(written), LAYOUT).deciding(row(**answers))
    assert decided == expected
