"""Rules that exist on some days only, cautious flags, deadlines, appeals courts: made-up ones."""

import datetime
from dataclasses import replace

import pytest
from people import QUIET

from interview.content import Circuits, Deadline, Flag, Law
from interview.rules import parse_condition, parse_date, with_date
from interview.screening import Screening

DAY = datetime.date(2015, 6, 15)
FROM, UNTIL = datetime.date(2015, 6, 10), datetime.date(2015, 6, 20)
ONE_DAY = datetime.timedelta(days=1)
SOURCE = [{"tool": "made up"}]
ALWAYS = parse_condition("answering_for is self")


def flag(name, condition, **more):
    texts = dict.fromkeys(("name", "reason", "do"), "Made up.")
    written = {"id": name, "urgency": "before", "condition": condition, "source": SOURCE}
    return Flag.model_validate({**written, **texts, **more})


@pytest.fixture
def screened(reader):
    """Screen the quiet man with some answers changed, by a content."""

    def screened(content, as_of=DAY, **changed):
        answers, refused = reader.read_all({**QUIET, **changed})
        assert refused == []
        return Screening(content).screen(answers, as_of)

    return screened


# ---------------------------------------------------------------- cautious flags


@pytest.mark.parametrize(
    ("detained", "state", "raised", "lane"),
    [
        ("yes", "CA", True, "red"),
        ("no", "CA", False, "blue"),
        ("unsure", "CA", True, "yellow"),
        ("yes", "TX", True, "red"),
        ("unsure", "TX", False, "yellow"),
        ("unsure", "unsure", True, "yellow"),
    ],
)
def test_a_cautious_flag_is_raised_where_nobody_knows_unless_it_is_excused(
    content, screened, detained, state, raised, lane
):
    careful = flag("careful", "detained is yes", cautious="yes", cautious_unless="state is TX")
    small = replace(content, flags=(*content.flags, careful))
    result = screened(small, detained=detained, state=state)
    assert (("careful" in result.raised()), result.lane) == (raised, lane)


def test_what_keeps_a_cautious_flag_open_is_missing_and_so_is_what_could_excuse_it(
    content, screened
):
    careful = flag("careful", "detained is yes", cautious="yes", cautious_unless="state is TX")
    small = replace(content, flags=(*content.flags, careful))
    assert screened(small, detained="unsure", state="unsure").missing == ("detained", "state")
    assert screened(small, detained="unsure").missing == ("detained",)


@pytest.mark.parametrize("as_of", [FROM - ONE_DAY, UNTIL], ids=str)
def test_a_cautious_flag_is_not_raised_on_a_day_without_it(content, screened, as_of):
    careful = flag("careful", "detained is yes", cautious="yes", **{"from": FROM.isoformat()})
    careful = careful.model_copy(update={"until": UNTIL})
    small = replace(content, flags=(*content.flags, careful))
    assert "careful" not in screened(small, as_of, detained="unsure").raised()
    assert "careful" in screened(small, FROM, detained="unsure").raised()


# ---------------------------------------------------------------- flags that name flags


@pytest.mark.parametrize(
    ("detained", "raised"),
    [("yes", ("third", "first")), ("no", ("second",)), ("unsure", ("third", "first"))],
)
def test_a_flag_that_names_another_is_judged_after_it_wherever_it_stands(
    content, screened, detained, raised
):
    made_up = (
        flag("third", "flag first is raised"),
        flag("second", "flag third is not raised"),
        flag("first", "detained is yes", cautious="yes"),
    )
    small = replace(content, flags=(*content.flags, *made_up))
    found = screened(small, detained=detained).raised()
    assert tuple(name for name in found if name in ("first", "second", "third")) == raised


# ---------------------------------------------------------------- from and until


def on_some_days(rule):
    return rule.model_copy(
        update={"condition": ALWAYS, "unclear_if": None, "first_day": FROM, "until": UNTIL}
        if "unclear_if" in type(rule).model_fields
        else {"condition": ALWAYS, "first_day": FROM, "until": UNTIL}
    )


def with_dated(content, kind):
    """The content with one rule of a kind that exists on some days, and its id."""
    if kind == "criterion":
        rule = on_some_days(content.criteria["present_now"])
        return replace(content, criteria={**content.criteria, rule.id: rule}), rule.id
    if kind == "ground":
        first, *others = content.priorities.grounds
        grounds = (on_some_days(first), *others)
        return replace(
            content, priorities=content.priorities.model_copy(update={"grounds": grounds})
        ), first.id
    if kind == "factor":
        first, *others = content.factors.positive
        positive = (on_some_days(first), *others)
        return replace(
            content, factors=content.factors.model_copy(update={"positive": positive})
        ), first.id
    if kind == "option":
        before, *others = content.options.stages
        first, *further = before.options
        stage = before.model_copy(update={"options": (on_some_days(first), *further)})
        return replace(
            content, options=content.options.model_copy(update={"stages": (stage, *others)})
        ), first.id
    first, *others = getattr(content, kind)
    return replace(content, **{kind: (on_some_days(first), *others)}), first.id


FOUND = {
    "flags": lambda result: result.raised(),
    "ground": lambda result: result.holding(),
    "factor": lambda result: result.positive,
    "option": lambda result: result.options,
    "memos": lambda result: result.memos,
    "notes": lambda result: result.notes,
    "criterion": lambda result: result.criteria_of["daca"],
}


@pytest.mark.parametrize("kind", FOUND)
def test_a_rule_exists_from_its_first_day_and_no_longer_on_its_last(content, screened, kind):
    small, name = with_dated(content, kind)
    days = (FROM - ONE_DAY, FROM, UNTIL - ONE_DAY, UNTIL)
    there = [name in FOUND[kind](screened(small, as_of)) for as_of in days]
    assert there == [False, True, True, False]


def test_a_program_is_not_told_of_before_its_first_event(content, screened):
    timelines = {timeline.id: timeline for timeline in content.law.timelines}
    for program in content.programs.values():
        begins = timelines[program.timeline].events[0].date
        assert program.id not in screened(content, begins - ONE_DAY).programs
        assert program.id not in screened(content, begins - ONE_DAY).to_dict()["programs"]
        assert program.id in screened(content, begins).programs


def test_before_its_memo_the_priorities_have_no_level_and_no_grounds(content, screened):
    timelines = {timeline.id: timeline for timeline in content.law.timelines}
    begins = timelines[content.priorities.timeline].events[0].date
    priority = [
        screened(content, as_of, security_concern="yes").to_dict()["priority"]
        for as_of in (begins - ONE_DAY, begins)
    ]
    assert priority == [
        {"level": "none", "grounds": [], "possible": []},
        {"level": "1", "grounds": ["1a"], "possible": []},
    ]


# ---------------------------------------------------------------- deadlines


def deadline(date, when="answering_for is self", name="end"):
    texts = {"name": "End", "ahead": "Ends {date}.", "passed": "Ended {date}."}
    written = {"id": name, "date": date, "when": when, "source": SOURCE}
    found = Deadline.model_validate({**written, **texts})
    resolved = with_date(found.when, "it", parse_date(date))
    return found.model_copy(update={"when": resolved})


@pytest.mark.parametrize(
    ("date", "when", "entered", "listed"),
    [
        ("1 years after last_entry_date", "answering_for is self", "2015-01-31",
         [("2016-01-31", "2016-01-31")]),
        ("1 years after last_entry_date", "answering_for is self", "2016-02-29",
         [("2017-03-01", "2017-03-01")]),
        ("30 days before last_entry_date", "answering_for is self", "2016-03-30",
         [("2016-02-29", "2016-02-29")]),
        ("last_entry_date", "answering_for is self", "2014-06-15", [("2014-06-15", "2014-06-15")]),
        ("last_entry_date", "answering_for is self", "2014-06-14", []),
        ("last_entry_date", "answering_for is self", "2014-06", [("2014-06-01", "2014-06-30")]),
        ("last_entry_date", "answering_for is self", "2014-05", []),
        ("last_entry_date", "answering_for is self", "unsure", []),
        ("last_entry_date", "it is after as_of", "2015-06-15", []),
        ("last_entry_date", "it is after as_of", "2015-06-16", [("2015-06-16", "2015-06-16")]),
        ("last_entry_date", "it is after as_of", "2015-06", [("2015-06-01", "2015-06-30")]),
        ("last_entry_date", "detained is yes", "2015-06-16", []),
    ],
)  # fmt: skip
def test_a_deadline_is_listed_with_the_days_that_it_may_be(
    content, screened, date, when, entered, listed
):
    small = replace(content, deadlines=(deadline(date, when),))
    found = screened(small, last_entry_date=entered).to_dict()["deadlines"]
    assert found == [{"id": "end", "from": first, "to": last} for first, last in listed]


def test_deadlines_stand_by_their_first_day_and_then_as_listed(content, screened):
    made_up = [("late", 20), ("same", 10), ("same_too", 10), ("early", 5)]
    small = replace(
        content,
        deadlines=tuple(deadline(f"{n} days after last_entry_date", name=i) for i, n in made_up),
    )
    found = screened(small, last_entry_date="2015-06-15").deadlines
    assert [one.id for one in found] == ["early", "same", "same_too", "late"]


# ---------------------------------------------------------------- appeals courts


COURTS = {
    "condition": "detained is yes", "place_of_custody": "held_in", "otherwise": "state",
    "from": "2015-01-01", "under_none": ["AS"],
    "circuits": [
        {"court": "5", "name": "Fifth", "states": ["TX", "LA"]},
        {"court": "9", "name": "Ninth", "states": ["CA"]},
    ],
    "decisions": [
        {"court": "5", "date": "2015-06-15", "bond": "no", "event": "No.", "source": SOURCE},
        {"court": "5", "date": "2015-06-20", "bond": "yes", "event": "Yes.", "source": SOURCE},
        {"court": "5", "date": "2015-06-25", "bond": "open", "event": "Open.", "source": SOURCE},
    ],
    "texts": {"yes": "Yes.", "no": "No.", "open": "Open."},
    "applies": "last_entry_manner is not inspected", "others": [],
    "if_place_not_known": "The place is not known.",
}  # fmt: skip


@pytest.mark.parametrize(
    ("as_of", "held_in", "state", "found"),
    [
        ("2014-12-31", "TX", "CA", None),
        ("2015-01-01", "TX", "CA", ("5", "open", "2015-01-01")),
        ("2015-06-14", "TX", "CA", ("5", "open", "2015-01-01")),
        ("2015-06-15", "TX", "CA", ("5", "no", "2015-06-15")),
        ("2015-06-20", "TX", "CA", ("5", "yes", "2015-06-20")),
        ("2015-06-25", "TX", "CA", ("5", "open", "2015-01-01")),
        ("2015-06-15", "CA", "TX", ("9", "open", "2015-01-01")),
        ("2015-06-15", "unsure", "LA", ("5", "no", "2015-06-15")),
        ("2015-06-15", "unsure", "unsure", None),
        ("2015-06-15", "AS", "TX", None),
    ],
)
def test_the_court_over_the_place_of_custody_and_what_it_had_said_by_the_day(
    content, screened, as_of, held_in, state, found
):
    small = replace(content, circuits=Circuits.model_validate(COURTS))
    day = datetime.date.fromisoformat(as_of)
    result = screened(small, day, detained="yes", held_in=held_in, state=state).to_dict()
    wanted = dict(zip(("court", "bond", "since"), found, strict=True)) if found else None
    assert result.get("circuit") == wanted


@pytest.mark.parametrize("detained", ["no", "unsure"])
def test_no_court_is_named_for_who_is_not_held(content, screened, detained):
    small = replace(content, circuits=Circuits.model_validate(COURTS))
    assert "circuit" not in screened(small, detained=detained, state="TX").to_dict()


# ---------------------------------------------------------------- what is true today


def timeline(name, *days):
    events = [{"date": day, "event": "Then.", "effect": "So.", "source": SOURCE} for day in days]
    return {"id": name, "name": "Made up", "events": events}


@pytest.mark.parametrize(
    ("as_of", "today"),
    [
        ("2015-05-31", ()),
        ("2015-06-01", ("one/2015-06-01",)),
        ("2015-06-10", ("two/2015-06-10", "one/2015-06-01")),
        ("2015-06-20", ("two/2015-06-10", "one/2015-06-20")),
    ],
)
def test_today_is_the_latest_event_of_each_timeline_of_a_raised_flag_once_in_their_order(
    content, screened, as_of, today
):
    lines = [timeline("one", "2015-06-01", "2015-06-20"), timeline("two", "2015-06-10")]
    law = {
        "last_legal_check": "2015-06-01", "stale_after_days": "60", "last_check_text": "x",
        "stale_text": "x", "timelines": lines,
    }  # fmt: skip
    made_up = (
        flag("a", "detained is no", timelines=["two", "one"]),
        flag("b", "detained is no", timelines=["one"]),
        flag("c", "detained is yes", timelines=["two"]),
    )
    lines = (*content.law.timelines, *Law.model_validate(law).timelines)
    small = replace(
        content,
        flags=(*content.flags, *made_up),
        law=content.law.model_copy(update={"timelines": lines}),
    )
    found = screened(small, datetime.date.fromisoformat(as_of)).today
    assert tuple(event for event in found if event.startswith(("one/", "two/"))) == today
