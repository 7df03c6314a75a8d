"""The closed condition language: every verb, what it makes of answers, and what it refuses."""

import datetime

import pytest

from interview.rules import conditions as c
from interview.rules.compiling import compile_condition
from interview.rules.dates import day, parse
from interview.rules.parsing import parse_condition as condition
from interview.rules.references import resolve
from interview.rules.rows import AS_OF, SKIPPED
from interview.rules.truth import NO, UNKNOWN, YES

TODAY = datetime.date(2015, 6, 15)
FACTS = (
    "detained", "state", "jail", "offenses", "birth_date", "last_entry_date",
    "first_arrival_date", AS_OF, "program daca",
)  # fmt: skip
LAYOUT = {name: index for index, name in enumerate(FACTS)}
NAMES = {"held": condition("detained is yes")}

NOTHING: frozenset[str] = frozenset()
DUI = frozenset({"dui"})
DUI_AND_MORE = frozenset({"dui", "unsure"})


def judge(written, **answers):
    """Judge a condition for someone with these answers; what is not given is not known."""
    row = [answers.get(fact) for fact in FACTS]
    row[LAYOUT[AS_OF]] = day(TODAY)
    row[LAYOUT["program daca"]] = answers.get("daca")
    tree = resolve(condition(written), NAMES)
    return compile_condition(tree, LAYOUT).judge(row)


# ---------------------------------------------------------------- what each verb makes of answers


@pytest.mark.parametrize(
    ("line", "answers", "truth"),
    [
        ("detained is yes", {"detained": "yes"}, YES),
        ("detained is yes", {"detained": "no"}, NO),
        ("detained is yes", {}, UNKNOWN),
        ("detained is yes", {"detained": SKIPPED}, NO),
        ("detained is not yes", {"detained": "yes"}, NO),
        ("detained is not yes", {"detained": "no"}, YES),
        ("detained is not yes", {}, UNKNOWN),
        ("detained is not yes", {"detained": SKIPPED}, YES),
        ("state is TX", {"state": "TX"}, YES),
        ("jail is one of exactly_90, over_90", {"jail": "over_90"}, YES),
        ("jail is one of exactly_90, over_90", {"jail": "none"}, NO),
        ("jail is one of exactly_90, over_90", {}, UNKNOWN),
        ("jail is one of exactly_90, over_90", {"jail": SKIPPED}, NO),
        ("jail is not one of exactly_90, over_90", {"jail": "over_90"}, NO),
        ("jail is not one of exactly_90, over_90", {"jail": "none"}, YES),
        ("jail is not one of exactly_90, over_90", {}, UNKNOWN),
        ("jail is not one of exactly_90, over_90", {"jail": SKIPPED}, YES),
        ("offenses includes dui", {"offenses": DUI}, YES),
        ("offenses includes dui", {"offenses": DUI_AND_MORE}, YES),
        ("offenses includes firearm", {"offenses": DUI}, NO),
        ("offenses includes firearm", {"offenses": DUI_AND_MORE}, UNKNOWN),
        ("offenses includes firearm", {"offenses": NOTHING}, NO),
        ("offenses includes firearm", {}, UNKNOWN),
        ("offenses includes firearm", {"offenses": SKIPPED}, NO),
        ("offenses includes any of firearm, dui", {"offenses": DUI}, YES),
        ("offenses includes any of firearm, burglary", {"offenses": DUI}, NO),
        ("offenses includes any of firearm, burglary", {"offenses": DUI_AND_MORE}, UNKNOWN),
        ("offenses has any", {"offenses": DUI}, YES),
        ("offenses has any", {"offenses": DUI_AND_MORE}, YES),
        ("offenses has any", {"offenses": NOTHING}, NO),
        ("offenses has any", {}, UNKNOWN),
        ("offenses has any", {"offenses": SKIPPED}, NO),
        ("detained is not known", {}, YES),
        ("detained is not known", {"detained": "no"}, NO),
        ("detained is not known", {"detained": SKIPPED}, NO),
        ("offenses is not known", {"offenses": DUI_AND_MORE}, YES),
        ("offenses is not known", {"offenses": NOTHING}, NO),
        ("birth_date is not known", {"birth_date": parse("1994")}, NO),
        ("birth_date is before 1981-06-16", {"birth_date": parse("1981-06-15")}, YES),
        ("birth_date is before 1981-06-16", {"birth_date": parse("1981-06-16")}, NO),
        ("birth_date is before 1981-06-16", {"birth_date": parse("1981-06")}, UNKNOWN),
        ("birth_date is before 1981-06-16", {"birth_date": parse("1981-05")}, YES),
        ("birth_date is before 1981-06-16", {}, UNKNOWN),
        ("birth_date is before 1981-06-16", {"birth_date": SKIPPED}, NO),
        ("birth_date is on or after 1981-06-16", {"birth_date": parse("1981-06-16")}, YES),
        ("birth_date is on or after 1981-06-16", {"birth_date": SKIPPED}, NO),
        ("birth_date is on or before 1981-06", {"birth_date": parse("1981-06-01")}, YES),
        ("birth_date is after as_of", {"birth_date": parse("2015-06-16")}, YES),
        ("birth_date is after as_of", {"birth_date": parse("2015-06-15")}, NO),
        ("birthday 15 is on or before as_of", {"birth_date": parse("2000-06-15")}, YES),
        ("birthday 15 is on or before as_of", {"birth_date": parse("2000-06-16")}, NO),
        ("birthday 15 is on or before as_of", {"birth_date": parse("2000")}, UNKNOWN),
        (
            "2 years after last_entry_date is after as_of",
            {"last_entry_date": parse("2013-06-16")},
            YES,
        ),
        (
            "1 year after last_entry_date is before as_of",
            {"last_entry_date": parse("2014-06-15")},
            NO,
        ),
        (
            "last_entry_date is before 150 days after as_of",
            {"last_entry_date": parse("2015-11-11")},
            YES,
        ),
        (
            "last_entry_date is before 150 days after as_of",
            {"last_entry_date": parse("2015-11-12")},
            NO,
        ),
        ("1 day after 1 year after last_entry_date is after as_of",
         {"last_entry_date": parse("2014-06-15")}, YES),
        (
            "first_arrival_date is before birthday 16",
            {"first_arrival_date": parse("2010"), "birth_date": parse("1996")},
            YES,
        ),
        (
            "first_arrival_date is before birthday 16",
            {"first_arrival_date": parse("2012"), "birth_date": parse("1996")},
            UNKNOWN,
        ),
        ("program daca is matches", {"daca": "matches"}, YES),
        ("program daca is matches", {"daca": "may_match"}, NO),
        ("program daca is not does_not_match", {"daca": "may_match"}, YES),
        ("held", {"detained": "yes"}, YES),
        ("  detained   is \n yes ", {"detained": "yes"}, YES),
    ],
)  # fmt: skip
def test_a_line_is_judged_by_the_answer_that_it_speaks_of(line, answers, truth):
    assert judge(line, **answers) is truth


@pytest.mark.parametrize(
    ("word", "detained", "state", "truth"),
    [
        ("all", "yes", "TX", YES),
        ("all", "yes", None, UNKNOWN),
        ("all", "no", None, NO),
        ("any", "no", "CA", NO),
        ("any", "no", None, UNKNOWN),
        ("any", "yes", None, YES),
        ("none", "no", "CA", YES),
        ("none", "no", None, UNKNOWN),
        ("none", "yes", None, NO),
    ],
)
def test_a_group_is_judged_by_all_of_its_parts(word, detained, state, truth):
    written = {word: ["detained is yes", "state is TX"]}
    assert judge(written, detained=detained, state=state) is truth


@pytest.mark.parametrize(
    ("word", "truths"),
    [("all", [YES, NO, UNKNOWN]), ("any", [YES, NO, UNKNOWN]), ("none", [NO, YES, UNKNOWN])],
)
def test_a_group_of_one_is_that_one_or_its_negation(word, truths):
    found = [judge({word: ["detained is yes"]}, detained=given) for given in ("yes", "no", None)]
    assert found == truths


def test_groups_stand_inside_groups():
    written = {"all": ["state is TX", {"none": ["detained is yes", {"any": ["jail is none"]}]}]}
    assert judge(written, state="TX", detained="no", jail="over_90") is YES


# ---------------------------------------------------------------- what cannot be read

VERBS = (
    "The verbs are: is, is not, is one of, is not one of, includes, includes any of, has any, "
    "is not known, is raised, is on or before, is on or after, is before, is after"
)
DATES = (
    "A date is 2007-06-15, as_of, a date question, birthday 16, 2 years after a date, "
    "150 days after a date or 120 days before a date"
)
GROUPS = "a condition is one line, or one of all:, any:, none: with a list of conditions under it"


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("detained = yes", f'cannot read "detained = yes". {VERBS}'),
        ("state is TX or CA", f'cannot read "state is TX or CA". {VERBS}'),
        ("not detained is yes", f'cannot read "not detained is yes". {VERBS}'),
        ("detained is", f'cannot read "detained is". {VERBS}'),
        ("", f'cannot read "". {VERBS}'),
        ("__import__('os')", f"cannot read \"__import__('os')\". {VERBS}"),
        (
            "birth_date is before 2007-02-30",
            f"2007-02-30 does not exist. Check the day, the month and the year. {DATES}",
        ),
        (
            "birth_date is before June 2007",
            f'"June 2007" is not a date. Write 2007-06-15, or 2007-06, or 2007. {DATES}',
        ),
        (
            "birthday sixteen is before as_of",
            f'"birthday sixteen" is not a date. Write 2007-06-15, or 2007-06, or 2007. {DATES}',
        ),
        ({"all": []}, GROUPS),
        ({"all": "detained is yes"}, GROUPS),
        ({"every": ["detained is yes"]}, GROUPS),
        ({"all": ["held"], "any": ["held"]}, GROUPS),
        (["detained is yes"], GROUPS),
        (None, GROUPS),
        (True, GROUPS),
    ],
)  # fmt: skip
def test_a_condition_that_cannot_be_read_is_refused_with_what_to_write(written, message):
    with pytest.raises(c.ConditionError) as refused:
        condition(written)
    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("freed", 'cannot read "freed": no verb, and no condition of that name (known: held)'),
        ("that", '"that" has a meaning only in unclear_if'),
        ("ground 9z", 'there is no ground "9z". Known: 1a, 2c'),
    ],
)
def test_a_name_that_stands_for_nothing_is_refused(written, message):
    rule = c.Rule(condition("held"))
    with pytest.raises(c.ConditionError) as refused:
        resolve(condition(written), NAMES, {"1a": rule, "2c": rule})
    assert str(refused.value) == message


def test_a_ground_cannot_be_mentioned_where_the_grounds_are_not_known_yet():
    with pytest.raises(c.ConditionError) as refused:
        resolve(condition("any ground"), NAMES)
    assert str(refused.value) == (
        "a ground cannot be mentioned here, only in criteria, flags and notes"
    )


# ---------------------------------------------------------------- what a tree speaks of


def test_a_tree_names_its_facts_once_each_in_reading_order():
    tree = condition(
        {
            "all": [
                "state is TX",
                {"none": ["detained is yes", "first_arrival_date is before birthday 16"]},
                "2 years after last_entry_date is after as_of",
                "state is not CA",
                "program daca is matches",
            ]
        }
    )
    assert c.facts(tree) == (
        "state", "detained", "first_arrival_date", "birth_date", "last_entry_date",
    )  # fmt: skip


def test_a_reference_speaks_of_what_it_stands_for():
    grounds = {
        "1a": c.Rule(condition("detained is yes")),
        "2c": c.Rule(condition("jail is none"), condition("state is TX")),
    }
    trees = [
        resolve(condition(line), NAMES, grounds) for line in ("held", "ground 2c", "any ground")
    ]
    assert [c.facts(tree) for tree in trees] == [
        ("detained",),
        ("jail", "state"),
        ("detained", "jail", "state"),
    ]


@pytest.mark.parametrize(
    ("written", "unclear_if", "values"),
    [
        ("state is TX", None, {}),
        ("offenses includes dui", None, {"offenses": {"dui"}}),
        ({"any": ["offenses includes dui", "offenses includes any of firearm, burglary"]}, None,
         {"offenses": {"dui", "firearm", "burglary"}}),
        ("offenses includes dui", "offenses includes firearm", {"offenses": {"dui", "firearm"}}),
        ("offenses includes dui", "offenses has any", {}),
        ({"any": ["offenses has any", "family includes child"]}, None, {"family": {"child"}}),
    ],
)  # fmt: skip
def test_a_rule_lists_the_values_that_it_looks_for_unless_any_will_do(written, unclear_if, values):
    rule = c.Rule(condition(written), condition(unclear_if) if unclear_if else None)
    assert c.listed_values(rule) == values


def test_a_name_and_a_ground_that_stand_for_nothing_yet_have_no_parts():
    unresolved = (c.Named("held"), c.GroundHolds("1a"), c.AnyGround())
    assert [c.parts(one) for one in unresolved] == [(), (), ()]
