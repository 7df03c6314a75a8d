"""As of each day, each program stands as it stood then; no text opens what was never open."""

import datetime
import re

import pytest
from summary_texts import texts

from interview.languages.language import Tongue, translations
from interview.loading.folders import TRANSLATIONS
from interview.screening.timelines import Statuses, event_on, memo_status_on, status_on

ENGLISH = Tongue("en", "self", {})
SPANISH = Tongue("es", "self", translations(TRANSLATIONS, "es"))
PROGRAMS = ("daca", "expanded_daca", "dapa", "priorities")


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.fixture(scope="module")
def timelines(content):
    return {timeline.id: timeline for timeline in content.law.timelines}


# ---------------------------------------------------------------- status by date


@pytest.mark.parametrize(
    ("as_of", "daca", "expanded_daca", "dapa", "priorities"),
    [
        ("2012-06-14", None, None, None, None),
        ("2012-06-15", "announced", None, None, None),
        ("2012-08-14", "announced", None, None, None),
        ("2012-08-15", "open", None, None, None),
        ("2014-11-19", "open", None, None, None),
        ("2014-11-20", "open", "announced", "announced", "announced"),
        ("2015-01-04", "open", "announced", "announced", "announced"),
        ("2015-01-05", "open", "announced", "announced", "open"),
        ("2015-02-15", "open", "announced", "announced", "open"),
        ("2015-02-16", "open", "blocked", "blocked", "open"),
        ("2015-03-18", "open", "blocked", "blocked", "open"),
        ("2016-06-23", "open", "blocked", "blocked", "open"),
        ("2017-02-19", "open", "blocked", "blocked", "open"),
        ("2017-02-20", "open", "blocked", "blocked", "ended"),
        ("2017-06-14", "open", "blocked", "blocked", "ended"),
        ("2017-06-15", "open", "ended", "ended", "ended"),
        ("2017-09-04", "open", "ended", "ended", "ended"),
        ("2017-09-05", "renewals_only", "ended", "ended", "ended"),
        ("2018-01-09", "renewals_only", "ended", "ended", "ended"),
        ("2020-06-18", "renewals_only", "ended", "ended", "ended"),
        ("2020-12-03", "renewals_only", "ended", "ended", "ended"),
        ("2020-12-04", "open", "ended", "ended", "ended"),
        ("2021-07-15", "open", "ended", "ended", "ended"),
        ("2021-07-16", "renewals_only", "ended", "ended", "ended"),
        ("2022-10-31", "renewals_only", "ended", "ended", "ended"),
        ("2025-01-24", "renewals_only", "ended", "ended", "ended"),
        ("2026-11-23", "renewals_only", "ended", "ended", "ended"),
        ("9999-12-31", "renewals_only", "ended", "ended", "ended"),
    ],
)
def test_each_program_and_the_priorities_have_the_status_of_the_day(
    content, as_of, daca, expanded_daca, dapa, priorities
):
    assert Statuses(content).on(day(as_of)) == {
        "daca": daca,
        "expanded_daca": expanded_daca,
        "dapa": dapa,
        "priorities": priorities,
    }


@pytest.mark.parametrize(
    ("timeline", "as_of", "headline"),
    [
        ("dapa", "2014-11-19", "DAPA had not been announced yet on this date."),
        ("dapa", "2015-03-18",
         "DAPA has been blocked by a court since February 16, 2015. It never opened. "
         "No one can ask for it."),
        ("expanded_daca", "2015-03-18",
         "Expanded DACA has been blocked by a court since February 16, 2015. It never opened. "
         "No one can ask for it."),
        ("dapa", "2026-11-23",
         "DAPA ended on June 15, 2017. It never opened. If someone sells a DAPA application, "
         "it is a scam."),
        ("expanded_daca", "2026-11-23",
         "Expanded DACA ended on June 15, 2017. It never opened. If someone sells an application "
         "for it, that is a scam."),
    ],
)  # fmt: skip
def test_the_headline_says_what_became_of_a_program(timelines, timeline, as_of, headline):
    found = timelines[timeline]
    event = event_on(found, day(as_of))
    said = found.before if event is None or event.headline is None else event.headline
    assert said.to_self == headline


@pytest.mark.parametrize(
    ("memo", "as_of", "status"),
    [
        ("johnson_priorities_2014", "2014-11-19", None),
        ("johnson_priorities_2014", "2014-11-20", "issued"),
        ("johnson_priorities_2014", "2015-03-18", "listed"),
        ("johnson_priorities_2014", "2017-02-20", "ended"),
        ("johnson_deferred_action_2014", "2015-02-16", "blocked"),
        ("johnson_deferred_action_2014", "2017-06-15", "ended"),
        ("napolitano_2012", "2022-10-31", "replaced"),
        ("morton_2011_victims", "2025-01-30", "not_known"),
        ("morton_2011_victims", "2025-01-31", "ended"),
        ("uscis_2011_nta", "2026-11-23", "replaced"),
        ("meissner_2000", "2026-11-23", "not_known"),
        ("uscis_2013_parole_in_place", "2026-11-23", "not_known"),
    ],
)
def test_each_memo_has_the_status_of_the_day(content, memo, as_of, status):
    found = next(item for item in content.memos if item.id == memo)
    stood = memo_status_on(found.statuses, day(as_of))
    assert (stood.status if stood else None) == status


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
def summaries(content, screening, reader, summarizer):
    """The summaries of someone who matches everything, for every day of change, by language."""
    answers, refused = reader.read_all(WHOLE)
    assert refused == []
    results = {date: screening.screen(answers, date) for date in _days(content)}
    assert {r for result in results.values() for r in result.programs.values()} == {"matches"}
    return {
        (date, tongue.language): summarizer.build(result, tongue)
        for date, result in results.items()
        for tongue in (ENGLISH, SPANISH)
    }


def _card(summary, kind, id):
    return next(
        card
        for section in summary.sections
        for card in section.cards
        if (card.kind, card.id) == (kind, id)
    )


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
            assert card.tone in ("none", "announced", "blocked", "ended"), date
        for text in texts(summary):
            if re.search(r"dapa|expanded daca|daca ampliado", text, re.IGNORECASE):
                unopened = OPENING.sub("", text) == text or NOT_OPEN.search(text)
                assert unopened, (date, text)


def test_6_from_february_20_2017_on_no_text_presents_the_priorities_as_protection(summaries):
    for (date, language), summary in summaries.items():
        level = _card(summary, "level", "level")
        if date < day("2017-02-20"):
            continue
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
        assert CLOSED.search(card.title), (date, card.title)
        for text in texts(summary):
            about_daca = re.search("DACA|USCIS", text)
            assert not (about_daca and INVITING.search(text)), (date, text)


def test_6_in_spanish_too_a_closed_daca_is_said_to_take_no_first_request(summaries):
    for (date, language), summary in summaries.items():
        if language == "en" or not any(a <= date <= b for a, b in CLOSED_TO_FIRST):
            continue
        title = _card(summary, "program", "daca").title
        assert re.search(r"primeras? petici|renovaci", title), (date, title)
        assert re.search(r"\bno\b|impide|solo|devuelve|detiene|frena", title, re.I), (date, title)


def test_6_the_first_daca_flag_sends_to_a_lawyer_and_never_to_the_government(content):
    flag = next(flag for flag in content.flags if flag.id == "first_daca")
    for told in flag.do.both():
        assert "see a lawyer" in told.lower()
        assert not re.search(r"\b(apply|file|send) (now|today|soon)\b", told)


# ---------------------------------------------------------------- status above the match


def test_the_status_of_the_day_stands_above_every_match(content, timelines, summaries):
    for (date, language), summary in summaries.items():
        tongue = {"en": ENGLISH, "es": SPANISH}[language]
        for program in content.programs.values():
            card = _card(summary, "program", program.id)
            timeline = timelines[program.timeline]
            event = event_on(timeline, date)
            headline = timeline.before if event is None else event.headline
            assert card.title == tongue.say(headline)
            assert card.tone == (status_on(timeline, date) or "none")
            assert tongue.say(program.matches) in card.paragraphs
            assert card.paragraphs[-1] == tongue.say(program.promise)
