"""As of each day, each program stands as it stood then; no text opens what was never open."""

import datetime
import re

import pytest
from summary_texts import texts

from interview.languages import Tongue, translations
from interview.loading.folders import TRANSLATIONS
from interview.screening.timelines import Statuses, event_on, memo_status_on, status_on

ENGLISH = Tongue("en", "self", {})
SPANISH = Tongue("es", "self", translations(TRANSLATIONS, "es"))


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.fixture(scope="module")
def timelines(content):
    return {timeline.id: timeline for timeline in content.law.timelines}


# ---------------------------------------------------------------- status by date


def test_each_program_and_the_priorities_have_the_status_of_the_day(content, timelines):
    of = {program.id: program.timeline for program in content.programs.values()}
    of["priorities"] = content.priorities.timeline
    for date in _days(content):
        so_far = {
            name: [event for event in timelines[line].events if event.date <= date]
            for name, line in of.items()
        }
        assert Statuses(content).on(date) == {
            name: next((e.status for e in reversed(events) if e.status), None)
            for name, events in so_far.items()
            if events or name == "priorities"
        }, date


def test_the_headline_is_that_of_the_latest_event_that_has_one(content, timelines):
    for timeline in timelines.values():
        for date in _days(content):
            headed = [e for e in timeline.events if e.date <= date and e.headline is not None]
            assert event_on(timeline, date) == (headed[-1] if headed else None)


def test_a_memo_that_nobody_could_follow_further_is_never_said_to_be_in_use_today(content):
    today = day("2026-11-23")
    stood = {memo.id: memo_status_on(memo.statuses, today).status for memo in content.memos}
    assert set(stood.values()) == {"ended", "replaced", "not_known"}


def test_nothing_is_told_that_happened_after_the_last_legal_check(content):
    told = [event.date for timeline in content.law.timelines for event in timeline.events]
    assert max(told) <= content.law.last_legal_check


# ---------------------------------------------------------------- statement 6

# Every day on which something happened, and the days around it.
ONE_DAY = datetime.timedelta(days=1)


def _days(content):
    dates = {event.date for timeline in content.law.timelines for event in timeline.events}
    dates |= {event.date for memo in content.memos for event in memo.statuses}
    return sorted({date + step for date in dates for step in (-ONE_DAY, 0 * ONE_DAY, ONE_DAY)})


# A young person who matches DACA and expanded DACA, and a parent who matches DAPA, in one.
WHOLE = {
    "answering_for": "self", "in_us_now": "yes", "detained": "yes", "removal_date_set": "no",
    "case_stage": "in_proceedings", "hearing_soon": "no", "fears_return": "no",
    "possible_citizen": "no", "birth_date": "1990-03", "immigration_status": "none",
    "first_arrival_date": "2001-09-01", "last_entry_date": "2001-09-01",
    "last_entry_manner": "without_inspection", "caught_at_entry": "no", "caught_earlier": "no",
    "early_trips": "none", "late_trips": "none", "in_us_since_2014_01_01": "yes",
    "present_2012_06_15": "yes", "present_2014_11_20": "yes", "state": "CA",
    "education": "graduated", "military_service": "none", "daca_history": "never",
    "child_2014_11_20": "us_citizen", "any_arrest": "no", "gang_participation": "no",
    "gang_accusation": "no", "security_concern": "no", "persecution": "no",
    "immigration_history": [], "family": ["child_citizen_lpr"], "pending_relief": ["u_visa"],
    "request": "denied", "request_agency": "uscis", "request_level": "officer",
}  # fmt: skip


@pytest.fixture(scope="module")
def results(content, screening, reader):
    """The results of someone who matches much, for every day of change."""
    answers, refused = reader.read_all(WHOLE)
    assert refused == []
    results = {date: screening.screen(answers, date) for date in _days(content)}
    assert "matches" in {r for result in results.values() for r in result.programs.values()}
    return results


@pytest.fixture(scope="module")
def summaries(results, summarizer):
    """The summaries of the results, by day and language."""
    return {
        (date, tongue.language): summarizer.build(result, tongue)
        for date, result in results.items()
        for tongue in (ENGLISH, SPANISH)
    }


def _card(summary, kind, id):
    """The card of a program or of the level, or None on a day on which it is not told of."""
    parts = [one for section in summary.sections for one in (section, *section.inner)]
    cards = (card for part in parts for card in (*part.cards, *part.more_cards))
    return next((card for card in cards if (card.kind, card.id) == (kind, id)), None)


OPENING = re.compile(
    r"\b(is|are|has been|now) open\b|\bin effect\b|\btakes? (first )?requests\b|\bapply\b"
    r"|\bcan ask for (it|dapa|expanded)|\bestá abiert|\bya abrió|\brecibe (primeras )?peticiones\b"
    r"|\bpuede pedirlo\b|\bsolicite\b|\ben vigor\b",
    re.IGNORECASE,
)
NOT_OPEN = re.compile(
    r"\bnot open\b|\bno one can ask\b|\bneither\b|\bno está abiert|\bnadie (lo |la )?puede pedir"
    r"|\bnever opened\b|\bnunca abri",
    re.IGNORECASE,
)


def test_6_on_no_day_does_a_text_present_expanded_daca_or_dapa_as_open(summaries):
    for (date, _), summary in summaries.items():
        for program in ("expanded_daca", "dapa"):
            card = _card(summary, "program", program)
            assert card is None or card.tone in ("announced", "blocked", "ended"), date
        for text in texts(summary):
            if re.search(r"dapa|expanded daca|daca ampliado", text, re.IGNORECASE):
                unopened = OPENING.sub("", text) == text or NOT_OPEN.search(text)
                assert unopened, (date, text)


def test_6_from_february_20_2017_on_no_text_presents_the_priorities_as_protection(summaries):
    for (date, language), summary in summaries.items():
        if date < day("2017-02-20"):
            continue
        level = _card(summary, "level", "level")
        assert level.tone == "ended" and level.chip in (
            "Ended",
            "Terminó",
            "Terminado",
            "Terminadas",
        )
        ended = {"en": "ended on February 20, 2017", "es": "el 20 de febrero de 2017"}[language]
        assert ended in level.title, date
        for text in texts(level):
            assert not re.search(r"\b(protects you|you are protected|le protege)\b", text), text


CLOSED_TO_FIRST = [(day("2017-09-05"), day("2020-12-03")), (day("2021-07-16"), day("9999-12-31"))]
CLOSED = re.compile(
    r"first requests are not taken|renewals only|sends back first|(granting|grant) first",
    re.IGNORECASE,
)
INVITING = re.compile(r"takes first requests|has been open|take requests|is open", re.IGNORECASE)


def test_6_while_no_first_request_is_granted_no_text_invites_one(summaries):
    for (date, language), summary in summaries.items():
        if not any(first <= date <= last for first, last in CLOSED_TO_FIRST) or language == "es":
            continue
        card = _card(summary, "program", "daca")
        assert card.tone == "renewals_only", date
        for said in (card.title, card.paragraphs[0]):
            assert CLOSED.search(said), (date, said)
        for text in texts(summary):
            about_daca = re.search("DACA|USCIS", text)
            assert not (about_daca and INVITING.search(text)), (date, text)


def test_6_in_spanish_too_a_closed_daca_is_said_to_take_no_first_request(summaries):
    for (date, language), summary in summaries.items():
        if language == "en" or not any(a <= date <= b for a, b in CLOSED_TO_FIRST):
            continue
        card = _card(summary, "program", "daca")
        for said in (card.title, card.paragraphs[0]):
            assert re.search(r"primeras? petici|renovaci", said), (date, said)
            assert re.search(r"\bno\b|impide|solo|devuelve|detiene|frena", said, re.I), (date, said)


def test_6_the_first_daca_flag_sends_to_a_lawyer_and_never_to_the_government(content):
    flag = next(flag for flag in content.flags if flag.id == "first_daca")
    for told in flag.do.both():
        assert "see a lawyer" in told.lower()
        assert not re.search(r"\b(apply|file|send) (now|today|soon)\b", told)


# ---------------------------------------------------------------- status above the match


def test_the_status_of_the_day_stands_above_every_result(content, timelines, results, summaries):
    for (date, language), summary in summaries.items():
        tongue = {"en": ENGLISH, "es": SPANISH}[language]
        for program in content.programs.values():
            card = _card(summary, "program", program.id)
            timeline = timelines[program.timeline]
            event = event_on(timeline, date)
            assert (card is None) == (event is None)
            if event is None:
                continue
            status = status_on(timeline, date)
            label = getattr(content.wording.labels, f"status_{status}")
            assert card.title == f"{tongue.say(program.name.on(date))}: {tongue.say(label)}"
            assert card.paragraphs[0] == tongue.say(event.headline.on(date))
            assert card.tone == status
            result = results[date].programs[program.id]
            assert tongue.say(getattr(program, result).on(date)) in card.paragraphs
            promise = tongue.say(program.promise.on(date))
            assert (card.paragraphs[-1] == promise) == (result != "does_not_match")
