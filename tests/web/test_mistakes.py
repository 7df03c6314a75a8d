"""What is said of an answer that cannot be taken: at the field, on top, and never a verdict."""

import pytest
from answers import QUIET
from spoken import LANGUAGES
from visitor import page_of

from interview.content import Text


@pytest.fixture
def at(visitor, app):
    """Go to the page of a fact with everything before it answered."""

    def go(fact, language="en"):
        visitor.interview(
            {**QUIET, "in_us_now": "yes"}, language=language, until=page_of(app, fact)
        )
        return visitor

    return go


def beside(visitor, fact):
    """What answers the other questions of the page."""
    return [(name, value) for name, value in visitor.fill(QUIET) if not name.startswith(fact)]


MISTAKES = [
    ("case_stage", [], "choose_one"),
    ("case_stage", [("case_stage", "something_else")], "choose_one"),
    ("birth_date", [], "date_missing"),
    ("birth_date", [("birth_date-year", "75")], "year_wrong"),
    ("birth_date", [("birth_date-year", "٢٠٠٧")], "year_wrong"),
    ("birth_date", [("birth_date-month", "3")], "year_wrong"),
    ("first_arrival_date", [("first_arrival_date-day", "5"), ("first_arrival_date-year", "2000")],
     "month_missing"),
    ("first_arrival_date", [("first_arrival_date-day", "32"), ("first_arrival_date-month", "1"),
                            ("first_arrival_date-year", "2000")], "day_wrong"),
    ("first_arrival_date", [("first_arrival_date-day", "30"), ("first_arrival_date-month", "2"),
                            ("first_arrival_date-year", "2000")], "no_such_day"),
    ("state", [("state", "")], "choose_state"),
    ("state", [("state", "ZZ")], "choose_state"),
    ("family", [], "choose_some"),
    ("family", [("family", "none"), ("family", "spouse_citizen_lpr")], "none_and_more"),
]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("fact", "posted", "kind"), MISTAKES)
def test_a_mistake_is_said_on_top_and_at_its_field_and_the_input_is_kept(
    at, site, fact, posted, kind, language
):
    visitor = at(fact, language)
    address = visitor.address
    page = visitor.press([*posted, *beside(visitor, fact)])
    message = site.speakers[language, "self"].plain(getattr(site.content.pages.mistakes, kind))
    assert (visitor.address, page.status) == (address, 200)
    assert page.is_wrong
    assert page.text.count(message) == 2
    [link] = [a["href"] for a in page.links if a["href"].startswith("#q")]
    assert link[1:] in page.ids
    box = [found for _, found in page.elements if found.get("class") == "problem"]
    assert box == [{"class": "problem", "role": "alert", "tabindex": "-1", "autofocus": None}]
    for name, value in posted:
        [kept] = [f for f in page.fields[name] if f.get("value") in (value, None)][:1] or [{}]
        if f"{fact}-month" != name and kept.get("type") != "radio" and "inputmode" in kept:
            assert kept["value"] == value


def test_unsure_wins_over_typed_numbers_and_a_year_alone_is_a_whole_answer(at, app):
    visitor = at("birth_date")
    unsure = [("birth_date-year", "75"), ("birth_date-unsure", "yes")]
    visitor.press([*unsure, *beside(visitor, "birth_date")])
    assert visitor.page.status == 200 and not visitor.page.is_wrong
    visitor.press([("first_arrival_date-year", "2000")])
    visitor.answer_all(QUIET)
    assert "2000" in visitor.page.text and "I'm not sure" in visitor.page.text


def test_a_date_that_is_typed_after_not_sure_is_taken_though_the_box_is_still_ticked(at, app):
    visitor = at("birth_date")
    address = visitor.address
    visitor.press([("birth_date-unsure", "yes"), *beside(visitor, "birth_date")])
    visitor.open(address)
    both = [("birth_date-month", "5"), ("birth_date-year", "2001"), ("birth_date-unsure", "yes")]
    visitor.press([*both, *beside(visitor, "birth_date")])
    visitor.answer_all(QUIET)
    assert "May 2001" in visitor.open("/check").text


ODD = [
    ("birth_date", "2030-01"),
    ("first_arrival_date", "2066"),
    ("first_arrival_date", "1970"),
    ("last_entry_date", "1999"),
]


@pytest.mark.parametrize(("fact", "date"), ODD)
def test_an_odd_date_is_asked_back_once_and_then_taken(at, app, fact, date):
    visitor = at(fact)
    address = visitor.address
    answers = {**QUIET, fact: date}
    page = visitor.press(visitor.fill(answers))
    if_right = "If it is right, press “Continue” again."
    assert visitor.address == address and if_right in page.text
    assert page.is_wrong
    visitor.press(visitor.fill(answers))
    assert visitor.address != address
    visitor.answer_all(QUIET)
    assert date[:4] in visitor.page.text


def test_another_language_on_a_page_with_a_mistake_loses_nothing(at, site):
    visitor = at("first_arrival_date")
    address = visitor.address
    typed = [("first_arrival_date-day", "31"), ("first_arrival_date-year", "20")]
    for _ in range(2):
        assert 'href="/lang/es' not in visitor.press(typed).html
    page = visitor.press([*typed, ("language", "es")])
    words = site.content.pages.mistakes
    say = site.speakers["es", "self"].say
    assert visitor.address == address and '<html lang="es">' in page.html
    assert str(say(words.year_wrong)) in page.html
    assert 'value="31"' in page.html and 'value="20"' in page.html


def test_another_language_on_a_page_that_is_asked_back_asks_back_again(at):
    visitor = at("first_arrival_date")
    odd = visitor.fill({**QUIET, "first_arrival_date": "2066"})
    address = visitor.address
    visitor.press(odd)
    page = visitor.press([*odd, ("language", "es")])
    assert visitor.address == address and '<html lang="es">' in page.html
    assert page.is_wrong and 'value="2066"' in page.html
    assert visitor.press(odd) and visitor.address != address


@pytest.mark.parametrize("language", ["fr", ""])
def test_a_language_that_is_not_spoken_is_refused(at, language):
    visitor = at("first_arrival_date")
    assert visitor.press([("language", language)]).status == 400
    assert visitor.open("/q").status == 200


def test_another_odd_date_is_asked_back_anew(at):
    visitor = at("first_arrival_date")
    for date in ("2066", "1970"):
        page = visitor.press(visitor.fill({**QUIET, "first_arrival_date": date}))
        assert page.is_wrong, date
    page = visitor.press(visitor.fill({**QUIET, "first_arrival_date": "1970"}))
    assert not page.is_wrong


def test_a_change_that_makes_another_answer_odd_leads_there_and_asks_back_once(visitor, app):
    visitor.interview(QUIET)
    visitor.open(page_of(app, "birth_date"))
    page = visitor.press(visitor.fill({**QUIET, "birth_date": "2001-03"}))
    assert visitor.address == page_of(app, "first_arrival_date")
    assert page.is_wrong and "before the birth date March 2001. Check both dates." in page.text
    page = visitor.press(visitor.fill(QUIET))
    assert visitor.address == page_of(app, "last_entry_date")
    assert page.is_wrong
    visitor.press(visitor.fill(QUIET))
    assert visitor.address == "/check"


def test_what_is_odd_is_said_again_until_it_is_confirmed(at):
    visitor = at("last_entry_date")
    address = visitor.address
    odd = visitor.fill({**QUIET, "last_entry_date": "1999-05-01"})
    visitor.press(odd)
    for again in (lambda: visitor.speak("es"), visitor.show_both, lambda: visitor.open(address)):
        visitor.client.head("/q")
        assert again().is_wrong
    visitor.press(odd)
    assert visitor.address != address
    assert not visitor.open(address).is_wrong


def test_an_answer_that_gets_odd_for_another_reason_is_asked_back_anew(visitor, app):
    visitor.interview(QUIET)
    visitor.open(page_of(app, "first_arrival_date"))
    later = visitor.fill({**QUIET, "first_arrival_date": "2066-01-01"})
    for _ in range(2):
        visitor.press(later)
    visitor.open(page_of(app, "birth_date"))
    born = visitor.fill({**QUIET, "birth_date": "2067-01"})
    for _ in range(2):
        visitor.press(born)
    assert visitor.address == page_of(app, "first_arrival_date")
    assert "before the birth date January 2067. Check both dates." in visitor.page.text


ARRIVED = {**QUIET, "first_arrival_date": "1996-05-01"}


@pytest.mark.parametrize(
    ("entered", "fact", "odd"),
    [
        ("2009-05-01", "early_trips", True),
        ("2007-06-15", "early_trips", False),
        ("2013-05-01", "late_trips", True),
        ("1996-05-01", "late_trips", False),
    ],
)
def test_no_trip_and_a_later_entry_do_not_fit_together(visitor, app, entered, fact, odd):
    answers = {**ARRIVED, "last_entry_date": entered, "early_trips": "none", "late_trips": "none"}
    visitor.interview(answers, until=page_of(app, fact))
    page = visitor.press(visitor.fill(answers))
    assert ("So there was a time away." in page.text) is odd


def test_a_return_after_the_last_entry_is_asked_back_once(visitor, app):
    answers = {**QUIET, "early_trips": "long", "long_trip_return_date": "2012-05"}
    visitor.interview(answers, until=page_of(app, "long_trip_return_date"))
    page = visitor.press(visitor.fill(answers))
    assert page.is_wrong
    assert not visitor.press(visitor.fill(answers)).is_wrong


def test_no_error_ever_judges_a_person(site):
    mistakes = [text for _, text in site.content.pages.mistakes if isinstance(text, Text)]
    assert mistakes
    for text in mistakes:
        for sentence in text.both():
            assert not {"eligible", "qualify", "refused"} & set(sentence.lower().split())


def test_a_sensitive_page_can_be_skipped_and_counts_as_not_sure(visitor, app):
    visitor.interview(QUIET, until=page_of(app, "gang_participation"))
    visitor.press([("skip", "yes")])
    assert not visitor.page.is_wrong
    visitor.answer_all(QUIET)
    assert "gang_participation" in visitor.open("/next-steps").data("missing")


def test_the_start_asks_who_answers_and_says_so_when_it_is_left_out(visitor):
    visitor.open("/")
    page = visitor.press([])
    assert page.is_wrong and visitor.address == "/"


def test_all_that_is_odd_about_an_answer_is_told_at_once_and_asked_back_once(visitor, app):
    answers = {**QUIET, "birth_date": "1979-03", "first_arrival_date": "2011-02-01",
               "last_entry_date": "2011-02-01", "daca_history": "current"}  # fmt: skip
    visitor.interview(answers, until=page_of(app, "daca_history"))
    address = visitor.address
    page = visitor.press(visitor.fill(answers))
    assert visitor.address == address and page.is_wrong
    for told in ("no status now", "born after June 15, 1981, and the birth date is March 1979",
                 "the first arrival is February 1, 2011", "who came before age 16"):  # fmt: skip
        assert told in page.text, told
    visitor.press(visitor.fill(answers))
    assert visitor.address != address
    assert not visitor.open(address).is_wrong


@pytest.mark.parametrize("year", ["1094", "0094", "1899", "2101", "9990"])
def test_a_year_that_cannot_be_is_asked_back_and_then_taken(at, year):
    visitor = at("birth_date")
    address = visitor.address
    odd = visitor.fill({**QUIET, "birth_date": f"{year}-03"})
    page = visitor.press(odd)
    assert visitor.address == address and page.is_wrong
    assert "Check the " in page.text
    visitor.press(odd)
    assert visitor.address != address


def test_the_days_of_what_is_odd_are_said_in_the_reader_s_language(at):
    visitor = at("first_arrival_date", "es")
    page = visitor.press(visitor.fill({**QUIET, "first_arrival_date": "1970-02-03"}))
    born = "antes de la fecha de nacimiento, marzo de 1975. Revise las dos fechas."
    assert f"La primera llegada es 3 de febrero de 1970, {born}" in page.text


def test_both_languages_say_the_days_of_what_is_odd(at):
    visitor = at("first_arrival_date")
    visitor.press(visitor.fill({**QUIET, "first_arrival_date": "1970-02-03"}))
    page = visitor.show_both()
    assert "The first arrival is February 3, 1970" in page.text
    assert "La primera llegada es 3 de febrero de 1970" in page.text
