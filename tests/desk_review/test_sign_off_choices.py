"""The sign-off: choices only, each mistake with its sentence, no letter outside the gate."""

import datetime

import pytest
from people import QUIET, people

from interview.desk.sign_off import (
    WHY,
    SignOff,
    SignOffError,
    exit_list,
    handed_over,
    read_sign_off,
    sign_off_form,
)
from interview.paper import KINDS, NoPaper, Order
from interview.paper.checklist.parts import own_parts
from interview.screening import letter_asks

TODAY = datetime.date(2026, 11, 30)
HELD = {**QUIET, "detained": "yes", "victim_or_witness": ["crime_victim"]}
WHOLE = {"outcome": ["brief_advice"], "agreed": ["agree"], "agreement": ["signed"]}


@pytest.fixture
def held(somebody):
    return somebody(HELD, TODAY)


@pytest.fixture
def form(screening, held, tongues):
    return sign_off_form(screening, held.result, tongues["en"])


@pytest.fixture
def read(content, form, tongues):
    return lambda chosen: read_sign_off(content.desk.sign_off, form, chosen, tongues["en"])


def mistakes(read, chosen):
    with pytest.raises(SignOffError) as error:
        read(chosen)
    return error.value.mistakes


# ---------------------------------------------------------------- what is taken


def test_a_whole_sign_off_is_read_as_it_was_chosen(read, form):
    paper = form.papers.choices[0].id
    chosen = {
        **WHOLE,
        "agreed": ["disagree"],
        f"{WHY}detained": ["paper_seen"],
        "papers": [paper],
        "by_when": ["week"],
        "hand_over": ["next_steps", "sheet"],
        "second_look": ["victim"],
    }
    found = read(chosen)
    assert found == SignOff(
        outcome="brief_advice",
        agreed="disagree",
        not_right=(("detained", "paper_seen"),),
        papers=(paper,),
        by_when="week",
        agreement="signed",
        hand_over=("next_steps", "sheet"),
        second_look="victim",
    )
    assert SignOff.from_bytes(found.to_bytes()) == found


def test_every_choice_of_every_group_is_taken(content, read, form):
    """Alone, or with what it needs beside it."""
    beside = {
        "papers": {"by_when": ["days"]},
        "by_when": {"papers": [form.papers.choices[0].id]},
    }
    alone = {one.id for one in content.desk.sign_off.outcomes if one.alone}
    for group in form.groups():
        for choice in group.choices:
            chosen = {**WHOLE, **beside.get(group.field, {}), group.field: [choice.id]}
            if choice.id in alone:
                chosen = {group.field: [choice.id]}
            elif group.field.startswith(WHY) or choice.id == "disagree":
                chosen |= {"agreed": ["disagree"], form.why[0].field: ["other"]}
                chosen |= {group.field: [choice.id]}
            assert read(chosen)


def test_where_no_reason_was_raised_nobody_has_to_name_one(content, screening, somebody, tongues):
    quiet = somebody({**QUIET, "immigration_status": "lpr", "birth_date": "1940-01-01"}, TODAY)
    form = sign_off_form(screening, quiet.result, tongues["en"])
    form = type(form)(**{**form.__dict__, "why": ()})
    chosen = {**WHOLE, "agreed": ["disagree"]}
    assert read_sign_off(content.desk.sign_off, form, chosen, tongues["en"]).agreed == "disagree"


# ---------------------------------------------------------------- what is refused

REFUSED = [
    ("nothing chosen", {}, {"outcome": "one", "agreed": "one", "agreement": "one"}),
    ("two outcomes", {**WHOLE, "outcome": ["information", "brief_advice"]}, {"outcome": "one"}),
    ("no such outcome", {**WHOLE, "outcome": ["won"]}, {"outcome": "unknown"}),
    ("a text typed", {**WHOLE, "outcome": ["Maria, 555-0100"]}, {"outcome": "unknown"}),
    ("a box of text", {**WHOLE, "notes": ["Maria"]}, {"outcome": "unknown"}),
    ("no reason named", {**WHOLE, "agreed": ["disagree"]}, {"agreed": "which_flags"}),
    ("agreed, and not", {**WHOLE, f"{WHY}detained": ["other"]}, {"agreed": "agreed_with_flags"}),
    ("a flag that is not raised", {**WHOLE, f"{WHY}lpr": ["other"]}, {"outcome": "unknown"}),
    ("papers without a day", {**WHOLE, "papers": [0]}, {"by_when": "by_when"}),
    ("a day without papers", {**WHOLE, "by_when": ["week"]}, {"papers": "no_papers"}),
    ("a paper of somebody else", {**WHOLE, "papers": ["fact:x"], "by_when": ["days"]},
     {"papers": "unknown"}),
    ("stopped, and more", {**WHOLE, "outcome": ["stopped"]}, {"outcome": "alone"}),
    ("two second looks", {**WHOLE, "second_look": ["crime", "court"]}, {"second_look": "one"}),
]  # fmt: skip


@pytest.mark.parametrize(("what", "chosen", "wrong"), REFUSED, ids=[row[0] for row in REFUSED])
def test_what_is_not_whole_is_refused_with_a_sentence(
    content, read, form, tongues, what, chosen, wrong
):
    papers = [form.papers.choices[n].id if n == 0 else n for n in chosen.get("papers", ())]
    found = mistakes(read, {**chosen, "papers": papers})
    titles = {group.field: group.title for group in form.groups()}
    words = content.desk.sign_off.mistakes
    assert found == {
        field: getattr(words, name).to_self.format(title=titles[field])
        for field, name in wrong.items()
    }


# ---------------------------------------------------------------- the gate of the letter


def test_no_letter_is_offered_outside_its_gate(content, screening, somebody, tongues, people27):
    crowd = [somebody(written, TODAY) for written in people(200, 97, TODAY)]
    offered = 0
    for one in (*people27, *crowd):
        form = sign_off_form(screening, one.result, tongues["en"])
        kinds = {choice.kind for choice in handed_over(screening, one.result, tongues["en"])}
        may = bool(letter_asks(content, one.result))
        assert ("letter" in kinds) == may
        assert ("draft" in {choice.id for choice in form.hand_over.choices}) == may
        offered += may
    assert 0 < offered < 227


def test_a_letter_outside_its_gate_is_refused_though_somebody_sends_it(
    content, screening, somebody, tongues
):
    quiet = somebody(QUIET, TODAY)
    assert letter_asks(content, quiet.result) == ()
    form = sign_off_form(screening, quiet.result, tongues["en"])
    with pytest.raises(SignOffError) as error:
        read_sign_off(content.desk.sign_off, form, {**WHOLE, "hand_over": ["draft"]}, tongues["en"])
    said = content.desk.sign_off.mistakes.no_letter.to_self
    assert error.value.mistakes == {"hand_over": said}


def test_what_is_handed_over_can_be_printed(content):
    words = content.desk.sign_off
    assert {one.kind for one in words.hand_over} - {""} <= KINDS.keys()
    assert [one.only_if == "letter" for one in words.hand_over] == [
        one.kind == "letter" for one in words.hand_over
    ]


def test_a_list_of_papers_is_offered_only_where_it_can_be_printed(
    screening, somebody, tongues, people27
):
    """A paper that would be empty is no paper: the press refuses it."""
    crowd = [somebody(written, TODAY) for written in people(40, 113, TODAY)]
    empty = somebody({"birth_date": "1940-01-01", "immigration_status": "lpr"}, TODAY)
    for one in (*people27, *crowd, empty, somebody(QUIET, TODAY)):
        kinds = {choice.kind for choice in handed_over(screening, one.result, tongues["en"])}
        order = Order(screening, tongues["en"], TODAY, one.result)
        try:
            has_list = bool(own_parts(order))
        except NoPaper:
            has_list = False
        assert ("checklist" in kinds) == has_list


# ---------------------------------------------------------------- papers and the exit


def test_the_papers_are_those_of_this_person(content, screening, people27, tongue):
    for one in people27:
        form = sign_off_form(screening, one.result, tongue)
        ids = [choice.id for choice in form.papers.choices]
        assert len(ids) == len(set(ids))
        facts = {id.removeprefix("fact:") for id in ids if id.startswith("fact:")}
        assert set(one.result.missing) <= facts
        factors = {id.partition(":")[2].partition(".")[0] for id in ids if id.startswith("factor:")}
        shown = {f.id for f in content.factors.positive if f.evidence}
        assert factors == set(one.result.positive) & shown
        assert all(choice.label and choice.note for choice in form.papers.choices)


def test_the_exit_hands_over_what_was_signed_and_shreds_the_slip(content, screening, held, tongue):
    form = sign_off_form(screening, held.result, tongue)
    papers = tuple(choice.id for choice in form.papers.choices[:2])
    signed = SignOff(
        outcome="appointment", agreed="agree", papers=papers, by_when="days", agreement="signed",
        hand_over=("sheet", "evidence"),
    )  # fmt: skip
    words = content.desk.sign_off
    found = exit_list(content, signed, tongue, form)
    # In the order of the content, whatever order they were ticked in.
    assert [(one.id, one.kind) for one in found.hand_over] == [
        ("evidence", "checklist"), ("sheet", ""),
    ]  # fmt: skip
    assert found.nothing == ""
    assert found.bring == tuple(choice.label for choice in form.papers.choices[:2])
    assert tongue.say(words.by_when[0].label) in found.by_when
    assert found.shred == tuple(tongue.say(one.label) for one in words.exit.shreds)
    assert found.agreement == tongue.say(words.exit.agreement)


def test_an_exit_with_nothing_to_hand_over_says_so(content, tongue):
    found = exit_list(content, SignOff(outcome="stopped"), tongue)
    assert (found.hand_over, found.bring, found.by_when, found.agreement) == ((), (), "", "")
    assert found.nothing == tongue.say(content.desk.sign_off.exit.nothing)
    assert found.shred
