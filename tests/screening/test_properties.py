"""The safety statements of the spec, tried on made-up people against the real content."""

import datetime
from random import Random

import oracle
import pytest
from people import PICKS, VALUES, people

from interview.content import LANES
from interview.languages.language import Tongue
from interview.rules.conditions import FlagRaised, NotKnown, ProgramIs, comparisons
from interview.rules.rows import is_fully_known
from interview.rules.truth import NO, UNKNOWN, YES

pytestmark = pytest.mark.slow

DATES = (datetime.date(2015, 6, 15), datetime.date(2026, 11, 23))
RANK = {lane: rank for rank, lane in enumerate(reversed(LANES))}
UNSURE = "unsure"


def crowd(count, seed):
    """Made-up people as of both dates: their answers, and the day."""
    return [(answers, as_of) for as_of in DATES for answers in people(count, seed, as_of)]


@pytest.fixture(scope="module")
def screen(screening, reader):
    def screen(written, as_of):
        answers, refused = reader.read_all(written)
        assert refused == []
        return screening.screen(answers, as_of)

    return screen


@pytest.fixture(scope="module")
def on_path(screen):
    """Leave out the answers to questions that are not asked of this person."""

    def on_path(written, as_of):
        answers = screen(written, as_of).answers
        return {fact: given for fact, given in written.items() if answers.is_asked(fact)}

    return on_path


# ---------------------------------------------------------------- 1: urgent flags end in red


def test_1_the_lane_is_red_for_a_flag_of_now_and_else_orange_for_one_of_soon(screen):
    for answers, as_of in crowd(1_500, seed=11):
        result = screen(answers, as_of)
        urgent = {result.urgencies[flag] for flag in result.raised()} & {"now", "soon"}
        lane = "red" if "now" in urgent else "orange" if urgent else None
        assert result.lane == lane or (lane is None and result.lane in ("yellow", "blue")), answers


def test_1_each_flag_can_be_raised_by_itself_and_then_stands_in_the_summary_with_its_reason(
    content, screen, summarizer
):
    waiting = {flag.id: flag for flag in content.flags}
    for answers, as_of in crowd(2_000, seed=12):
        result = screen(answers, as_of)
        if not waiting.keys() & set(result.raised()):
            continue
        summary = summarizer.build(result, Tongue("en", "self", {}))
        [flags] = [section for section in summary.sections if section.id == "flags"]
        cards = {card.id: card for card in flags.cards}
        assert list(cards) == sorted(cards, key=lambda flag: _urgency(content, flag))
        for flag in waiting.keys() & set(result.raised()):
            told = " ".join(cards[flag].paragraphs)
            # Some read words of their own in place of the flag's.
            reasons = [waiting[flag].reason, *(one.reason for one in waiting[flag].where)]
            assert any(reason and reason.on(as_of).to_self in told for reason in reasons)
            assert "see a lawyer" in told.lower()
        for flag in result.raised():
            waiting.pop(flag, None)
    assert waiting == {}


def _urgency(content, flag_id):
    flag = next(flag for flag in content.flags if flag.id == flag_id)
    return ("now", "soon", "before").index(flag.urgency)


# ---------------------------------------------------------------- 2: unsure settles nothing


def _flips(before, after):
    """What must never happen when a known answer becomes unsure."""
    found = [
        f"{program}: {old} to {after.programs[program]}"
        for program, old in before.programs.items()
        if {old, after.programs[program]} == {"matches", "does_not_match"}
    ]
    if before.level != after.level and "unknown" not in (before.level, after.level):
        found.append(f"level: {before.level} to {after.level}")
    if after.lane == "blue" and before.lane != "blue":
        found.append(f"lane: {before.lane} to blue")
    return found


def test_2_turning_a_known_answer_into_unsure_never_turns_a_result_over(screen, on_path):
    for answers, as_of in crowd(400, seed=21):
        answers = on_path(answers, as_of)
        before = screen(answers, as_of)
        for fact in answers.keys() - {"answering_for"}:
            after = screen({**answers, fact: UNSURE}, as_of)
            assert _flips(before, after) == [], (fact, answers)


def test_2_knowing_only_the_month_or_the_year_of_a_date_never_turns_a_result_over(screen, on_path):
    for answers, as_of in crowd(200, seed=22):
        answers = on_path(answers, as_of)
        before = screen(answers, as_of)
        for fact in oracle.DATES & answers.keys():
            written = str(answers[fact] or UNSURE)
            for known in {written[:7], written[:4]} - {UNSURE, UNSURE[:4]}:
                assert _flips(before, screen({**answers, fact: known}, as_of)) == []


# ---------------------------------------------------------------- 3: unknown is right


def _about_unknown(content):
    """The flags that may hang on what is not settled now, so that knowing more may lower them."""
    return {flag.id for flag in content.flags if flag.cautious or _asks_if_unknown(content, flag)}


def _asks_if_unknown(content, flag):
    by_id = {other.id: other for other in content.flags}
    for comparison in comparisons(flag.condition):
        if isinstance(comparison, NotKnown | ProgramIs):
            return True
        if isinstance(comparison, FlagRaised) and _asks_if_unknown(content, by_id[comparison.flag]):
            return True
    return False


def _date_within(rng, written):
    """A whole day inside what is known of a date."""
    first, last = oracle.interval_of(written) if written else ((1960, 1, 1), (2027, 12, 31))
    ordinal = rng.randint(datetime.date(*first).toordinal(), datetime.date(*last).toordinal())
    near = [datetime.date(1981, 6, 15), datetime.date(2007, 6, 15), datetime.date(2010, 1, 1)]
    edges = [day for day in near if datetime.date(*first) <= day <= datetime.date(*last)]
    if edges and rng.random() < 0.2:
        return rng.choice(edges).isoformat()
    return datetime.date.fromordinal(ordinal).isoformat()


def _filled(rng, fact, given):
    """One way of filling in what is not known of a fact."""
    if fact in PICKS:
        known = [value for value in given if value != UNSURE] if isinstance(given, list) else []
        more = rng.sample(PICKS[fact], rng.choice([0, 0, 1, 2]))
        return sorted(set(known) | set(more))
    if fact in oracle.DATES:
        return _date_within(rng, given if given != UNSURE else None)
    return rng.choice(VALUES[fact])


def _settled(result, about_unknown):
    """Everything in a result that no further answer may change."""
    flags = {f: t for f, t in result.flags.items() if f not in about_unknown and t is not UNKNOWN}
    settled = {f"flag {flag}": truth for flag, truth in flags.items()}
    settled |= {f"ground {g}": truth for g, truth in result.grounds.items() if truth is not UNKNOWN}
    settled |= {c: truth for c, truth in result.criteria.items() if truth is not UNKNOWN}
    settled |= {p: found for p, found in result.programs.items() if found != "may_match"}
    if result.level != "unknown":
        settled["level"] = result.level
    if result.escalation_shown:
        settled["ladder"] = True
    now = {flag for flag in result.raised() if result.urgencies[flag] == "now"}
    if result.lane == "blue" or now - about_unknown:
        settled["lane"] = result.lane
    return settled


def _same_again(result, settled):
    """The same things read off another result."""
    found = {f"flag {flag}": truth for flag, truth in result.flags.items()}
    found |= {f"ground {ground}": truth for ground, truth in result.grounds.items()}
    found |= {**result.criteria, **result.programs}
    found |= {"level": result.level, "ladder": result.escalation_shown, "lane": result.lane}
    return {name: found[name] for name in settled}


def test_3_whatever_is_settled_stays_so_however_the_unknown_answers_are_filled_in(
    content, screening, screen, on_path
):
    rng = Random(31)
    about_unknown = _about_unknown(content)
    tried = 0
    for answers, as_of in crowd(600, seed=31):
        answers = on_path(answers, as_of)
        before = screen(answers, as_of)
        settled = _settled(before, about_unknown)
        given = {fact for fact in answers if before.answers.answer(fact) is not None}
        open_facts = [
            question.id
            for question in screening.path.asked(before.answers)
            if question.unsure and not is_fully_known(before.answers.answer(question.id))
        ]
        for _ in range(8 if open_facts else 1):
            filled = {fact: _filled(rng, fact, answers.get(fact)) for fact in open_facts}
            after = screen({**answers, **filled}, as_of)
            if not all(after.answers.is_asked(fact) for fact in given):
                continue
            tried += 1
            assert _same_again(after, settled) == settled, (answers, filled)
    assert tried > 3_000


# ---------------------------------------------------------------- 4: one more bad thing


ONE_MORE_YES = (
    "any_arrest", "any_conviction", "felony_label", "felony_over_one_year", "aggravated_felony",
    "gang_conviction", "three_on_separate_dates", "gang_participation", "gang_accusation",
    "caught_at_entry", "caught_earlier", "security_concern", "persecution",
)  # fmt: skip
LADDERS = {
    "misdemeanors": ("none", "one_or_two", "three_or_more"),
    "misdemeanor_jail": ("none", "under_90", "exactly_90", "over_90"),
}
NO_LONGER = ("cleared_or_juvenile_only", "status_crimes_only")


def _worse(answers):
    """Every way of reporting one more conviction, order, gang tie, capture or concern."""
    for fact in ONE_MORE_YES:
        if answers.get(fact) != "yes":
            yield fact, "yes"
    for fact in NO_LONGER:
        if answers.get(fact) != "no":
            yield fact, "no"
    for fact, ladder in LADDERS.items():
        if answers.get(fact) in ladder[:-1]:
            yield fact, ladder[ladder.index(answers[fact]) + 1]
    given = answers.get("significant_offenses")
    for offense in PICKS["significant_offenses"] if isinstance(given, list) else []:
        if offense not in given:
            yield "significant_offenses", [*given, offense]
    if answers.get("case_stage") != "final_order":
        yield "case_stage", "final_order"


def _better(before, after, fact):
    """What must never come of reporting one more bad thing."""
    found = []
    for program, old in before.programs.items():
        # An order lifts the age limit, so it may open a program to someone under 15.
        too_young = fact == "case_stage" and before.criteria["at_least_15"] is NO
        if (old, after.programs[program]) == ("does_not_match", "matches") and not too_young:
            found.append(f"{program} matches")
    if before.level in "123" and (
        after.level == "none" or (after.level in "123" and after.level > before.level)
    ):
        found.append(f"level {before.level} to {after.level}")
    if RANK[after.lane] < RANK[before.lane]:
        found.append(f"lane {before.lane} to {after.lane}")
    return found


def test_4_reporting_one_more_bad_thing_never_makes_a_result_better(screen):
    for answers, as_of in crowd(600, seed=41):
        before = screen(answers, as_of)
        for fact, value in _worse(answers):
            after = screen({**answers, fact: value}, as_of)
            assert _better(before, after, fact) == [], (fact, value, answers)


# ---------------------------------------------------------------- 5 and 7


def test_5_dapa_matches_only_where_no_ground_holds(screen):
    matched = 0
    for answers, as_of in crowd(1_500, seed=51):
        result = screen(answers, as_of)
        if result.programs["dapa"] == "matches":
            matched += 1
            assert set(result.grounds.values()) == {NO}
        if YES in result.grounds.values():
            assert result.programs["dapa"] == "does_not_match"
    assert matched > 50


def test_7_the_escalation_ladder_is_never_shown_outside_its_condition(screen, on_path):
    for answers, as_of in crowd(1_500, seed=71):
        said = on_path(answers, as_of)
        allowed = (
            said.get("detained") == "yes"
            or said.get("removal_date_set") == "yes"
            or said.get("case_stage") in ("nta_received", "in_proceedings", "final_order")
            or said.get("request") == "denied"
        )
        result = screen(answers, as_of)
        assert (result.escalation_shown, bool(result.escalation)) == (allowed, allowed), answers
