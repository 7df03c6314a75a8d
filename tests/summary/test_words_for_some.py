"""What a text says to some people only: the held, the let in, those who won protection."""

import datetime

import pytest
from summary_parts import deeds, flag, section

from interview.languages.language import Tongue
from interview.summary import lawyer_sheet

TODAY = datetime.date(2026, 11, 29)
HELD = {"detained": "yes", "held_in": "TX", "case_stage": "in_proceedings"}


# ---------------------------------------------------------------- the courts' word on bond


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (
            {"last_entry_manner": "without_inspection", "caught_at_entry": "no"},
            "People who came in without inspection get no bond hearing there.",
        ),
        (
            {"last_entry_manner": "unsure", "caught_at_entry": "unsure"},
            "People who came in without inspection get no bond hearing there.",
        ),
        (
            {"last_entry_manner": "inspected"},
            "Those rulings do not speak of people whom an officer let in.",
        ),
        (
            {"last_entry_manner": "without_inspection", "caught_at_entry": "yes"},
            "A person caught while coming in may not be one of them.",
        ),
        (
            {"last_entry_manner": "paroled", "caught_at_entry": "no"},
            "A person let in on parole may not be one of them.",
        ),
        (
            {"last_entry_manner": "paroled", "caught_at_entry": "yes"},
            "A person caught while coming in may not be one of them.",
        ),
    ],
    ids=["without inspection", "not known", "let in", "caught", "on parole", "caught, on parole"],
)
def test_what_the_courts_said_of_bond_is_told_only_to_those_of_whom_they_spoke(
    build, result, screening, answers, said
):
    [told] = section(build(**HELD, **answers), "detention").paragraphs
    assert said in told
    sheet = lawyer_sheet(screening, result(**HELD, **answers), Tongue("en", "self", {}))
    assert sheet.circuit == told


# ---------------------------------------------------------------- people who are held


def test_a_held_person_is_asked_for_nothing_that_only_a_free_one_can_do(build):
    held = build(**HELD, two_year_proof="no")
    assert "Go to every hearing." not in deeds(held)
    assert "You are held, so ask the staff" in flag(held, "court_case").paragraphs[-1]
    assert "Ask family to get rent" in flag(held, "no_proof").paragraphs[1]
    assert "Ask family or a person you trust" in flag(held, "no_status").paragraphs[1]
    ill = build(**HELD, health=["serious_illness"], family=["spouse_citizen_lpr"])
    assert "Ask family to get papers from a doctor" in flag(ill, "care").paragraphs[1]
    assert "Ask your family to get those papers" in flag(ill, "other_relief").paragraphs[1]
    assert not any("Carry copies" in note for note in section(held, "notes").bullets)


def test_a_held_person_with_no_papers_is_told_to_say_on_the_first_day_who_can_show_two_years(build):
    said = section(build(**HELD, two_year_proof="no"), "detention").bullets
    assert any("who can show that you have been here for two years" in text for text in said)
    recent = section(build(**HELD, last_entry_date="2026-01"), "detention").bullets
    assert not any("for two years" in text for text in recent)


@pytest.mark.parametrize(("answer", "told"), [("yes", 1), ("unsure", 1), ("no", 0)])
def test_a_held_person_who_may_be_a_citizen_is_told_to_say_so(build, answer, told):
    said = section(build(**HELD, possible_citizen=answer), "detention").bullets
    assert sum("Were you born here" in text for text in said) == told


def test_a_held_person_with_an_earlier_yes_can_say_so_to_officers(build):
    free = build(case_stage="in_proceedings", request="granted")
    assert "Do not show it to officers" in flag(free, "earlier_yes").paragraphs[1]
    held = build(**HELD, request="granted")
    assert "you can say that an office once said yes" in flag(held, "earlier_yes").paragraphs[1]


# ---------------------------------------------------------------- words that are so for the reader


def test_the_step_to_look_for_what_is_not_known_is_there_only_where_something_is(build, result):
    step = "Look for what is not known yet."
    visa = {"immigration_status": "visa", "last_entry_manner": "inspected", "visa_abuse": "no"}
    settled = visa | {"lawful_status_2012_06_15": "yes", "lawful_status_2014_11_20": "yes"}
    open_trips = settled | {
        "birth_date": "1990-03-10",
        "early_trips": "unsure",
        "any_arrest": "yes",
    }
    assert result(**settled).missing == ()
    assert step not in deeds(build(**settled))
    assert "early_trips" in result(**open_trips).missing
    assert step in deeds(build(**open_trips))


def test_a_refugee_is_not_told_of_the_year_to_ask_for_asylum(build):
    told = flag(build(immigration_status="asylee_refugee", fears_return="yes"), "fear").paragraphs
    assert not any("within one year" in text for text in told)


def test_who_won_protection_is_asked_of_each_country_and_not_of_the_year(build):
    order = {"case_stage": "final_order", "removal_order_date": "2019-05-02"}
    won = build(**order, protection_granted="yes", fears_return="yes")
    assert "Fear of that country still counts." in flag(won, "fear").paragraphs[0]
    find, fear = "Find the judge's order.", "Tell the lawyer of each country to fear."
    assert deeds(won)[1:] == [find, fear]
    may_report = build(**order, protection_granted="yes", reports_to_ice="unsure")
    assert deeds(may_report)[1:] == ["Talk to the lawyer before each date to report.", find]


def test_a_citizen_is_told_that_daca_is_for_others(build):
    told = flag(build(**HELD, possible_citizen="yes", birth_date="1990-01"), "first_daca")
    assert "DACA is not for a U.S. citizen." in told.paragraphs[0]


def test_the_registration_rule_stands_once_on_a_page(build):
    summary = build()
    assert "registration/2026-06-30" in [card.id for card in section(summary, "today").cards]
    assert not any("register" in note for note in section(summary, "notes").bullets)


def test_words_that_begin_later_are_not_said_before(build):
    recent = {"last_entry_date": "2025-04", "case_stage": "in_proceedings"}
    early = build(as_of=datetime.date(2025, 5, 1), **recent)
    later = build(**recent)
    assert len(flag(early, "recent_entry").paragraphs) == 2
    assert "do not agree to end the case" in flag(later, "recent_entry").paragraphs[-1]


# ---------------------------------------------------------------- where a court's word is in doubt


def test_a_ruling_that_is_held_back_is_told_with_that_and_other_rulings_without(build):
    held = {"detained": "yes", "last_entry_manner": "without_inspection"}
    [eleventh] = section(build(**held, held_in="GA"), "detention").paragraphs
    [fourth] = section(build(**held, held_in="VA"), "detention").paragraphs
    assert "can ask for bond there" in eleventh and "held the ruling back" in eleventh
    assert "can ask for bond there" in fourth and "held the ruling back" not in fourth


def test_where_nobody_said_the_place_of_custody_the_page_says_that_it_took_the_home(build):
    held = {"detained": "yes", "last_entry_manner": "without_inspection", "state": "VA"}
    [guessed] = section(build(**held, held_in="unsure"), "detention").paragraphs
    [known] = section(build(**held, held_in="VA"), "detention").paragraphs
    assert guessed.startswith("You did not say in which state you are held")
    assert "You did not say" not in known


def test_the_first_steps_name_the_day_where_it_is_ahead(build):
    fear = {"fears_return": "yes", "immigration_status": "none"}
    ahead = dict(build(**fear, last_entry_date="2025-12-15", two_year_proof="unsure").do_now)
    assert ahead["Ask a lawyer about the asylum year."] == (
        "The year to ask for it ends on or about December 15, 2026, so do not wait."
    )
    order = {"case_stage": "final_order", "removal_order_date": "2026-11-17"}
    assert "December 17, 2026" in dict(build(**order).do_now)["Show the order to a lawyer today."]
    unknown = dict(build(**fear, last_entry_date="unsure", two_year_proof="yes").do_now)
    assert unknown["Ask a lawyer about the asylum year."] == "The year runs from the last entry."
    assert not any("{date}" in what for what in (*ahead.values(), *unknown.values()))


def test_who_is_not_sure_of_fear_is_not_told_to_claim_it(build):
    for held in ({}, {"detained": "yes"}):
        told = flag(build(fears_return="unsure", last_entry_date="2026-03", **held), "asylum_year")
        assert "say that you are afraid" not in " ".join(told.paragraphs)
        assert "Are you afraid to go back?" in told.paragraphs[1]
