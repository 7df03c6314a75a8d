"""The draft of a letter: for whom there is one, what it says, and what an attorney decides."""

import datetime
from dataclasses import replace

import pytest
from audited import so_many
from letters import DAY, IN_COURT, en, lines, order_of, spanish, text_of
from people import people

from interview.content.folders import ROOT
from interview.loading import load
from interview.paper import NoPaper
from interview.paper.letter import draft
from interview.screening import AnswerReader, Screening, letter_asks

CONTENT = load(ROOT / "questions")
LETTER = CONTENT.papers.letter
POSITIVE = {factor.id: factor for factor in CONTENT.factors.positive}
MEMOS = {memo.id: memo for memo in CONTENT.memos}
OFFICES = {office.id: office for office in CONTENT.options.offices}
ASKS = [
    (stage.id, option)
    for stage in CONTENT.options.stages
    for option in stage.options
    if option.letter is not None
]
# Somebody to whom each ask is offered.
OF_STAGE = {
    "before_nta": [{"case_stage": "nta_received"},
                   {"detained": "yes"},
                   {"removal_date_set": "yes"}],
    "in_proceedings": [IN_COURT, {**IN_COURT, "detained": "yes"}],
    "after_order": [{"case_stage": "final_order"}],
}  # fmt: skip


def _refused(order):
    with pytest.raises(NoPaper) as refused:
        draft(order)
    return str(refused.value)


# ---------------------------------------------------------------- for whom there is one


@pytest.mark.parametrize(
    ("changes", "is_there"),
    [
        ({}, False),
        ({"reports_to_ice": "yes"}, False),
        ({"immigration_status": "daca", "daca_history": "current"}, False),
        ({"any_arrest": "yes", "any_conviction": "yes", "open_charge": "yes"}, False),
        ({"request": "pending"}, False),
        ({"request": "granted"}, False),
        ({"detained": "unsure"}, False),
        ({"detained": "yes"}, True),
        ({"removal_date_set": "yes"}, True),
        ({"case_stage": "nta_received"}, True),
        ({"case_stage": "in_proceedings"}, True),
        ({"case_stage": "final_order"}, True),
        ({"request": "denied"}, True),
    ],
)
def test_a_letter_is_there_only_where_the_steps_after_a_refusal_are(screening, changes, is_there):
    order = order_of(screening, changes)
    asks = letter_asks(CONTENT, order.result)
    assert (bool(asks), order.result.escalation_shown) == (is_there, is_there)
    if not is_there:
        assert _refused(order) == en(LETTER.no_letter.not_now)
        assert _refused(replace(order, ask="deferred_action")) == en(LETTER.no_letter.not_now)


def test_nobody_outside_the_gate_gets_a_letter_whatever_they_ask_for(screening, reader):
    asks = {option.id for _, option in ASKS}
    for written in people(300, seed=3, as_of=DAY):
        result = screening.screen(reader.read_all(written)[0], DAY)
        order = replace(order_of(screening, {}), result=result)
        for ask in sorted(asks) if not result.escalation_shown else ():
            with pytest.raises(NoPaper):
                draft(replace(order, ask=ask))


def test_whose_stage_is_not_known_hears_to_find_it_out(screening):
    order = order_of(screening, {"detained": "yes", "case_stage": "unsure"})
    assert _refused(order) == en(LETTER.no_letter.no_ask)


@pytest.mark.parametrize("voice", ["self", "client"])
def test_no_letter_is_said_in_the_readers_language_and_voice(screening, voice):
    tongue = spanish(voice)
    assert _refused(order_of(screening, {}, tongue=tongue)) == tongue.say(LETTER.no_letter.not_now)


# ---------------------------------------------------------------- one ask, and its office


def _choices(order):
    asks = letter_asks(CONTENT, order.result)
    return ", ".join(f"{option.id} ({en(option.brief)})" for option in asks)


def test_nobody_but_a_lawyer_chooses_among_several_asks(screening):
    order = order_of(screening, {"case_stage": "final_order"})
    assert _refused(order) == en(LETTER.no_letter.which, asks=_choices(order))
    assert _choices(order).split(" (")[0] == "no_opposition_reopen"


@pytest.mark.parametrize(
    ("changes", "ask"),
    [
        ({"case_stage": "final_order"}, "no_nta"),
        ({"case_stage": "final_order"}, "join_closure"),
        ({"case_stage": "nta_received"}, "parole_in_place"),
        ({"case_stage": "nta_received"}, "early_voluntary_departure"),
        ({"case_stage": "nta_received", "detained": "yes"}, "no_arrest"),
        ({"case_stage": "in_proceedings"}, "release_in_court"),
        ({"case_stage": "in_proceedings", "last_entry_date": "2026-05-01"}, "join_termination"),
        ({"case_stage": "in_proceedings"}, "no_such_ask"),
    ],
)
def test_what_is_not_offered_or_has_no_letter_is_refused_with_the_asks_that_there_are(
    screening, changes, ask
):
    order = order_of(screening, changes, ask)
    assert _refused(order) == en(LETTER.no_letter.not_this, asks=_choices(order))
    assert ask not in {option.id for option in letter_asks(CONTENT, order.result)}


def test_the_only_ask_is_taken(content):
    stages = tuple(
        stage.model_copy(update={"options": tuple(o for o in stage.options if o.id == "stay")})
        for stage in content.options.stages
    )
    options = content.options.model_copy(update={"stages": stages})
    order = order_of(Screening(replace(content, options=options)), {"case_stage": "final_order"})
    assert lines(order) == lines(replace(order, ask="stay"))


@pytest.mark.parametrize(("stage", "option"), ASKS, ids=[f"{s} {o.id}" for s, o in ASKS])
def test_each_ask_goes_to_the_office_that_decides_it(screening, stage, option):
    offered = [order_of(screening, changes, option.id) for changes in OF_STAGE[stage]]
    said = next(lines(order) for order in offered if option in letter_asks(CONTENT, order.result))
    assert f"{en(LETTER.gaps.office)}: {en(OFFICES[option.letter.office].letter)}" in said
    every = {en(other.letter.ask) for _, other in ASKS}
    asked = said.index(f"## {en(LETTER.ask)}")
    assert said[asked + 1 : asked + 3] == [en(option.letter.ask), en(LETTER.concedes)]
    assert every.intersection(said) == {en(option.letter.ask)}


# ---------------------------------------------------------------- the whole letter


def _row(*cells):
    return f"- {' | '.join(cells)}"


def _head(*names):
    return _row(*(en(getattr(LETTER.table, name)) for name in names))


def test_the_whole_letter_of_a_person_with_good_factors(screening):
    order = order_of(
        screening,
        {**IN_COURT, "family": ["parent_citizen_lpr", "spouse_citizen_lpr"],
         "health": ["nursing"], "military_family": "yes", "any_arrest": "yes"},
        "join_closure",
    )  # fmt: skip
    family, health, military = (
        POSITIVE[name].letter for name in ("family_ties", "health", "military")
    )
    a, b, c = (en(LETTER.exhibit, letter=letter) for letter in "ABC")

    def points(factor, *numbers):
        named = ", ".join(en(factor.points[number].text) for number in numbers)
        return f"{en(factor.text)} {en(LETTER.namely, points=named)}"

    def status(memo, name):
        return _row(en(MEMOS[memo].letter), en(LETTER.statuses[name]))

    gaps = LETTER.gaps
    assert lines(order) == [
        f"# {en(LETTER.title)}",
        f"{en(gaps.day)}: _",
        f"{en(gaps.office)}: {en(OFFICES['chief_counsel'].letter)}",
        f"{en(gaps.address)}: _",
        f"{en(gaps.name)}: _",
        f"{en(gaps.number)}: _",
        f"## {en(LETTER.ask)}",
        en(next(o for _, o in ASKS if o.id == "join_closure").letter.ask),
        en(LETTER.concedes),
        f"## {en(LETTER.reasons)}",
        en(LETTER.reasons_intro),
        f"### {en(family.title)} ({a})",
        points(family, 0, 2),
        f"### {en(health.title)} ({b})",
        points(health, 4),
        f"### {en(military.title)} ({c})",
        points(military, 1),
        f"## {en(LETTER.other_reasons)}",
        "_",
        f"## {en(LETTER.to_decide)}",
        "_",
        f"## {en(LETTER.guidance, date='November 30, 2026')}",
        en(LETTER.guidance_intro),
        _head("memo", "status"),
        status("johnson_priorities_2014", "ended"),
        status("meissner_2000", "not_known"),
        status("cooper", "not_known"),
        status("myers_2007_nursing", "not_known"),
        status("howard_2005_discretion", "not_known"),
        f"## {en(LETTER.exhibits)}",
        _head("exhibit", "shows", "papers"),
        _row(a, en(family.title), "_"),
        _row(b, en(health.title), "_"),
        _row(c, en(military.title), "_"),
        en(LETTER.closing),
        f"{en(gaps.signature)}: _",
        f"{en(gaps.attorney)}: _",
    ]


def test_without_a_good_factor_the_reasons_are_left_to_the_attorney(screening):
    said = lines(order_of(screening, IN_COURT, "join_closure"))
    reasons = said.index(f"## {en(LETTER.reasons)}")
    assert said[reasons + 1 : reasons + 3] == ["_", f"## {en(LETTER.other_reasons)}"]
    assert f"## {en(LETTER.exhibits)}" not in said


def test_all_good_factors_stand_in_the_order_of_the_memo_with_exhibits(screening):
    every = {
        **IN_COURT, "birth_date": "2015-03", "family": ["child_citizen_lpr"],
        "health": ["serious_illness"], "caregiving": ["young_child"],
        "victim_or_witness": ["crime_witness"], "helped_law_enforcement": "yes",
        "military_family": "yes", "community": ["faith"], "pending_relief": ["family_petition"],
    }  # fmt: skip
    held = [name for name in LETTER.factors if name != "elderly"]
    wanted = [
        f"### {en(POSITIVE[name].letter.title)} ({en(LETTER.exhibit, letter=letter)})"
        for name, letter in zip(held, "ABCDEFGHI", strict=True)
    ]
    said = lines(order_of(screening, every, "join_closure"))
    assert [line for line in said if line.startswith("### ")] == wanted
    old = lines(order_of(screening, {**every, "birth_date": "1950"}, "join_closure"))
    assert f"### {en(POSITIVE['elderly'].letter.title)} ({en(LETTER.exhibit, letter='D')})" in old


# ---------------------------------------------------------------- memos, with their status only


@pytest.mark.parametrize(
    ("as_of", "ask", "memos"),
    [
        ((2012, 8, 20), "join_closure",
         [("meissner_2000", "issued"), ("howard_2005_discretion", "issued")]),
        ((2015, 3, 18), "join_closure",
         [("johnson_priorities_2014", "listed"), ("meissner_2000", "listed"), ("cooper", "listed"),
          ("howard_2005_discretion", "listed")]),
        ((2026, 11, 30), "join_closure",
         [("johnson_priorities_2014", "ended"), ("meissner_2000", "not_known"),
          ("cooper", "not_known"), ("howard_2005_discretion", "not_known")]),
        ((2026, 11, 30), "deferred_action",
         [("johnson_priorities_2014", "ended"), ("meissner_2000", "not_known"),
          ("cooper", "not_known"), ("field_manual_2006", "not_known")]),
    ],
)  # fmt: skip
def test_memos_are_named_with_how_they_stand_on_the_day(screening, as_of, ask, memos):
    order = order_of(screening, IN_COURT, ask, datetime.date(*as_of))
    rows = [_row(en(MEMOS[memo].letter), en(LETTER.statuses[status])) for memo, status in memos]
    said = lines(order)
    first = said.index(_head("memo", "status")) + 1
    assert said[first : first + len(rows)] == rows
    assert said[first + len(rows)] == en(LETTER.closing)


# ---------------------------------------------------------------- what it is silent of


def test_the_seven_factors_that_tell_of_entry_status_or_police_are_kept_out():
    assert set(LETTER.kept_out.factors) == {
        "long_residence", "came_as_child", "lpr", "clean_history", "rehabilitation",
        "time_since_offense", "abuse_mitigation",
    }  # fmt: skip
    assert set(LETTER.factors) | set(LETTER.kept_out.factors) == POSITIVE.keys()
    assert all(POSITIVE[name].letter is None for name in LETTER.kept_out.factors)


@pytest.mark.parametrize(
    "changes",
    [
        {"first_arrival_date": "1990", "birth_date": "1985", "immigration_status": "lpr"},
        {"any_arrest": "yes", "any_conviction": "yes", "last_conviction_date": "2001",
         "sentence_completed": "yes", "significant_offenses": ["domestic_violence"],
         "abuse_victim_too": "yes"},
        {"immigration_history": ["missed_hearing", "false_documents"], "gang_accusation": "yes",
         "last_entry_date": "2026-10", "last_entry_manner": "paroled", "visa_abuse": "yes"},
        {"request": "denied", "request_agency": "cbp", "request_level": "headquarters"},
    ],
)  # fmt: skip
def test_a_letter_is_the_same_whatever_weighs_against_or_is_kept_out(screening, changes):
    wanted = lines(
        order_of(screening, {**IN_COURT, "family": ["parent_citizen_lpr"]}, "continuance")
    )
    changed = {**IN_COURT, "family": ["parent_citizen_lpr"], **changes}
    assert lines(order_of(screening, changed, "continuance")) == wanted


def test_but_for_the_ask_nothing_names_the_stage(screening):
    gates = [
        {"case_stage": "nta_received"}, {"case_stage": "in_proceedings", "hearing_soon": "yes"},
        {"case_stage": "final_order", "removal_order_date": "2026-10-01"}, {"detained": "yes"},
        {"removal_date_set": "yes"}, {"request": "denied", "request_agency": "uscis"},
    ]  # fmt: skip
    wanted = lines(order_of(screening, {**gates[0], "health": ["pregnant"]}, "deferred_action"))
    for gate in gates[1:]:
        order = order_of(screening, {**gate, "health": ["pregnant"]}, "deferred_action")
        assert lines(order) == wanted, gate


@pytest.mark.parametrize(
    ("day", "count"), [(DAY, so_many(500, 2_000)), (datetime.date(2015, 3, 18), so_many(100, 300))]
)
def test_no_letter_hangs_on_an_answer_that_is_kept_out(screening, day, count):
    """Of these people with a letter, every other answer is another's: each letter stays the same.

    Every question that is in no list of the letter is one that it may not hang on.
    """
    reader = AnswerReader(CONTENT)
    said = {*LETTER.speaks_of, *LETTER.stage_facts}
    out = {fact for facts in LETTER.kept_out.facts.values() for fact in facts}
    others = people(2 * count, seed=17, as_of=day)
    compared = changed = 0
    for number, (one, other) in enumerate(zip(others, others, strict=True)):
        gate = {**one, "detained": "yes"} if number % 2 else {**one, "case_stage": "in_proceedings"}
        stays = {fact: value for fact, value in gate.items() if fact in said}
        swapped = {fact: value for fact, value in other.items() if fact not in said} | stays
        changed += any(gate.get(fact) != swapped.get(fact) for fact in out)
        orders = [
            replace(order_of(screening, {}), result=screening.screen(reader.read_all(w)[0], day))
            for w in (gate, swapped)
        ]
        asks = [{o.id for o in letter_asks(CONTENT, order.result)} for order in orders]
        # Whether an ask is offered may hang on more where the letter says why.
        assert asks[0] ^ asks[1] <= {one.ask for one in LETTER.although}
        for ask in sorted(asks[0] & asks[1]):
            before, after = (draft(replace(order, ask=ask)) for order in orders)
            assert before == after, (ask, gate, swapped)
            compared += 1
    assert changed > 0.9 * count
    assert compared > 2 * count


# ---------------------------------------------------------------- languages


def test_the_letter_is_in_english_whatever_the_person_reads(screening):
    order = order_of(screening, IN_COURT, "join_closure")
    assert draft(replace(order, tongue=spanish())) == draft(order)
    assert (draft(order)["lang"], text_of(draft(order)["draft"])) == (
        "en",
        en(LETTER.draft).replace("**", ""),
    )


def test_a_copy_to_read_says_on_each_page_that_it_is_one(screening):
    tongue = spanish()
    copy = draft(order_of(screening, IN_COURT, "join_closure", tongue=tongue), is_copy=True)
    notices = f"{tongue.say(LETTER.draft)} {tongue.say(LETTER.copy_to_read)}".replace("**", "")
    assert (copy["lang"], text_of(copy["draft"])) == ("es", notices)
    assert text_of(copy["blocks"][0]["runs"]) == tongue.say(LETTER.title)
