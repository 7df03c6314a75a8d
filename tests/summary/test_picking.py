"""Who of six contacts is shown to whom, and in which order."""

import datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview.content import Contact, Phone
from interview.content.contacts import OwnText
from interview.languages import read_languages, tongue_of
from interview.loading import TRANSLATIONS, read_contacts
from interview.summary import ContactBook, Summarizer, html, plain_text
from interview.summary.picking import Need, need_of, picked

CONTACTS = Path(__file__).parents[1] / "data" / "contacts"
TODAY = datetime.date(2026, 10, 2)
NIGHT, PROJECT, PROYECTO = "Night Line", "Detention Project", "Proyecto Detenidos"
COURT, DEFENDERS, GENERAL = "Court Clinic", "Defenders", "General Help"


@pytest.fixture(scope="module")
def read(content):
    def read(name):
        return read_contacts(CONTACTS / f"{name}.yaml", content, ["en", "es"], TODAY)

    return read


@pytest.fixture(scope="module")
def book(content, read):
    return lambda name: ContactBook(content, read_languages(TRANSLATIONS), read(name))


def tongue(language):
    return tongue_of(TRANSLATIONS, read_languages(TRANSLATIONS), language, "self")


# Purposes that are needed, state, language: who is shown, the best fit first.
PEOPLE = [
    ((), "CA", "en", [GENERAL]),
    ((), None, "es", [GENERAL]),
    (("detained", "urgent"), "CA", "es", [PROYECTO, PROJECT, NIGHT, GENERAL]),
    (("detained", "urgent"), "CA", "en", [PROJECT, PROYECTO, NIGHT, GENERAL]),
    (("detained", "urgent"), "NY", "es", [PROJECT, NIGHT, GENERAL]),
    (("detained", "urgent"), None, "es", [PROYECTO, PROJECT, NIGHT, GENERAL]),
    (("court", "urgent"), "IL", "es", [COURT, PROJECT, NIGHT, GENERAL]),
    (("court", "urgent"), "TX", "es", [PROJECT, NIGHT, GENERAL]),
    (("court",), "IL", "ht", [COURT, PROJECT, GENERAL]),
    (("court",), "IL", "en", [COURT, PROJECT, GENERAL]),
    (("crime", "urgent"), "CA", "en", [DEFENDERS, NIGHT, GENERAL]),
    (("daca",), "CA", "quc", [GENERAL]),
]


@pytest.mark.parametrize(("purposes", "state", "language", "names"), PEOPLE)
def test_who_fits_is_shown_best_first(read, purposes, state, language, names):
    found = picked(read("six").contacts, Need(purposes, state, language))
    assert [contact.name.in_language("en", "en") for contact in found] == names


FLAGS = [
    ({"detained": "yes", "held_in": "TX", "state": "NY"}, ("detained", "urgent"), "TX"),
    ({"detained": "yes", "state": "NY"}, ("detained", "urgent"), "NY"),
    ({"case_stage": "in_proceedings", "hearing_soon": "yes", "state": "unsure"},
     ("court", "urgent"), None),
    ({"any_arrest": "yes", "open_charge": "yes", "state": "CA"}, ("crime", "urgent"), "CA"),
]  # fmt: skip


@pytest.mark.parametrize(("answers", "begins", "state"), FLAGS)
def test_what_somebody_needs_follows_from_the_flags(content, result, answers, begins, state):
    need = need_of(content, result(as_of=TODAY, **answers), "es")
    assert (need.purposes[: len(begins)], need.state, need.language) == (begins, state, "es")


def test_nobody_for_another_state_is_shown_even_where_there_is_nobody_else(read):
    only = [one for one in read("six").contacts if one.states]
    assert picked(only, Need(("court",), "NY", "en")) == ()


def test_who_helps_with_something_else_is_shown_where_there_is_nobody_better(read):
    [defenders] = [one for one in read("six").contacts if "crime" in one.what_for]
    assert picked([defenders], Need((), "CA", "en")) == (defenders,)


PURPOSES, STATES, LANGUAGES = ("a", "b", "c"), ("CA", "TX"), ("en", "es")


def some(values):
    return st.lists(st.sampled_from(values), unique=True).map(tuple)


@st.composite
def contacts(draw):
    number = draw(st.integers(min_value=0, max_value=999))
    return Contact.model_construct(
        name=OwnText((("", str(number)),)), phone=Phone(str(number), str(number)), place=None,
        hours=None, languages=draw(some(LANGUAGES)), what_for=draw(some(PURPOSES)),
        states=draw(some(STATES)), checked_on=TODAY,
    )  # fmt: skip


@given(st.lists(contacts()), some(PURPOSES), st.sampled_from((None, *STATES)))
def test_who_helps_with_a_need_never_hides_behind_who_fits_less(listed, purposes, state):
    found = picked(listed, Need(purposes, state, "en"))

    def first_need(one):
        places = [n for n, purpose in enumerate(purposes) if purpose in one.what_for]
        return min(places, default=len(purposes) if not one.what_for else len(purposes) + 1)

    needs = [first_need(one) for one in found]
    assert needs == sorted(needs)
    for before, after in pairwise(found):
        if first_need(before) == first_need(after):
            assert "en" in before.languages or "en" not in after.languages
    here = [one for one in listed if state is None or not one.states or state in one.states]
    assert all(one in here for one in found) and bool(found) == bool(here)
    assert picked(listed, Need(purposes, state, "en")) == found


def test_a_line_says_what_for_when_and_in_which_languages(book):
    lines = book("six").for_urgent_page(tongue("es"), "es", TODAY)
    assert [(line.name, line.about, line.call) for line in lines] == [
        ("Línea de Noche", "Llamadas urgentes · Día y noche · español, inglés",
         "Llame al (202) 555-0101"),
        ("Proyecto Detenidos", "Personas detenidas · para California, Texas · español",
         "Llame al +1 202 555 0103"),
        ("Detention Project", "Personas detenidas, corte de inmigración · inglés",
         "Llame al 202-555-0102 ext. 7"),
        ("Court Clinic", "Corte de inmigración · para Illinois · inglés, español, criollo haitiano",
         "Llame al 202.555.0104"),
    ]  # fmt: skip


def test_an_old_entry_says_when_it_was_checked_counted_to_the_day_of_the_result(book):
    need = Need((), None, "en")
    assert [line.old for line in book("stale").lines(need, tongue("en"), TODAY)] == [
        "Last checked in March 2026. Call first.", "",
    ]  # fmt: skip
    [_, last] = book("stale").lines(need, tongue("es"), TODAY + datetime.timedelta(1))
    assert last.old == "Se revisó por última vez en abril de 2026. Llame primero."
    assert [line.old for line in book("stale").lines(need, tongue("en"), datetime.date(2026, 4, 5))
            ] == ["", ""]  # fmt: skip


def test_a_summary_carries_who_fits_and_none_where_nobody_is_named(screening, result, book):
    found = result(as_of=TODAY, detained="yes", held_in="CA")
    summary = Summarizer(screening, book("six")).build(found, tongue("es"))
    assert [line.name for line in summary.contacts] == [
        "Proyecto Detenidos", "Detention Project", "Línea de Noche", "Ayuda General",
    ]  # fmt: skip
    assert Summarizer(screening).build(found, tongue("es")).contacts == ()
    beneath = Summarizer(screening, book("six")).build(found, tongue("en"), "es")
    assert [line.name for line in beneath.contacts][:2] == [PROYECTO, PROJECT]
    assert html.render(summary) and plain_text.render(summary)
