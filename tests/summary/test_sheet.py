"""The sheet for a lawyer: what is worth asking about, the years here, dates, rules in words."""

import datetime

import pytest
from people import people

from interview.languages.language import Tongue
from interview.summary import html as markup
from interview.summary import lawyer_sheet
from interview.summary.plain_text import render

TODAY = datetime.date(2026, 11, 29)
ENGLISH = Tongue("en", "self", {})


@pytest.fixture
def sheet(screening, result):
    """The sheet of the quiet person, with some answers."""

    def sheet(as_of=TODAY, **written):
        return lawyer_sheet(screening, result(as_of, **written), ENGLISH)

    return sheet


def ids(lines):
    return [line.id for line in lines]


# ---------------------------------------------------------------- what is worth asking about

LET_IN = {"last_entry_manner": "inspected", "immigration_status": "overstayed"}
ORDERED = {"case_stage": "final_order", "removal_order_date": "2026-10-05"}
RELIEF = {
    "nothing named": ({}, []),
    "ten years and a child": (
        {"family": ["child_citizen_lpr"]}, ["cancellation", "family_petition"]),
    "ten years and a brother": ({"family": ["sibling_citizen_lpr"]}, []),
    "nine years and a child": (
        {"family": ["child_citizen_lpr"], "first_arrival_date": "2016-11-30"}, ["family_petition"]),
    "ten years to the day": (
        {"family": ["child_citizen_lpr"], "first_arrival_date": "2016-11-29"},
        ["cancellation", "family_petition"]),
    "let in, with a wife": (
        {**LET_IN, "family": ["spouse_citizen_lpr"]}, ["cancellation", "adjustment"]),
    "let in on parole, with a petition": (
        {**LET_IN, "last_entry_manner": "paroled", "pending_relief": ["employment_petition"]},
        ["adjustment"]),
    "a green card": ({**LET_IN, "immigration_status": "lpr", "family": ["spouse_citizen_lpr"]}, []),
    "harm at home": ({"victim_or_witness": ["domestic_violence"]}, ["vawa", "u_visa"]),
    "a crime": ({"victim_or_witness": ["crime_victim"]}, ["u_visa"]),
    "trafficking": ({"victim_or_witness": ["trafficking"]}, ["t_visa"]),
    "seen a crime": ({"victim_or_witness": ["crime_witness"]}, []),
    "left by a parent": ({"birth_date": "2008-05", "parent_neglect": "yes"}, ["sij"]),
    "left by a parent, and 21": ({"birth_date": "2005-05", "parent_neglect": "yes"}, []),
    "an order": ({**ORDERED, "reentered_after_order": "no"}, ["reopening"]),
    "came back after an order": (
        {**ORDERED, "left_after_order": "yes", "reentered_after_order": "yes"}, []),
    "fear": ({"fears_return": "yes"}, ["asylum"]),
    "fear of a refugee": ({"fears_return": "yes", "immigration_status": "asylee_refugee"}, []),
    "perhaps a citizen": ({"possible_citizen": "yes"}, ["citizenship"]),
    "family in the forces": ({"military_family": "yes"}, ["military_parole"]),
    "served": ({"military_service": "honorable"}, ["military_naturalization"]),
}  # fmt: skip


@pytest.mark.parametrize("person", RELIEF)
def test_relief_is_worth_asking_about_where_the_answers_bring_it_up(sheet, person):
    written, expected = RELIEF[person]
    found = sheet(**written)
    assert (ids(found.relief), ids(found.maybe_relief)) == (expected, [])


def test_what_is_not_known_is_named_apart_and_brings_nothing_up(sheet):
    found = sheet(family="unsure", child_2014_11_20="unsure", victim_or_witness="unsure")
    assert ids(found.relief) == []
    assert ids(found.maybe_relief) == [
        "cancellation",
        "vawa",
        "u_visa",
        "t_visa",
        "family_petition",
    ]


def test_relief_says_what_else_these_answers_say_of_it(sheet):
    [order] = sheet(**ORDERED, reentered_after_order="no",
                    immigration_history=["missed_hearing"]).relief  # fmt: skip
    assert "no last day if the notice never came" in order.text
    brief, plain = (
        sheet(family=["child_citizen_lpr"], early_trips=trips).relief[0].text
        for trips in ("brief", "none")
    )
    assert brief == f"{plain} The trips count."


def test_no_relief_is_told_of_before_its_day(sheet):
    trip = {**LET_IN, "family": ["spouse_citizen_lpr"], "late_trips": "advance_parole"}
    day = datetime.date(2026, 8, 13)
    before, since = (
        next(one.text for one in sheet(as_of, **trip).relief if one.id == "adjustment")
        for as_of in (day - datetime.timedelta(days=1), day)
    )
    assert ("Delcarmen" in before, "Delcarmen" in since) == (False, True)
    assert ids(sheet(datetime.date(2013, 11, 14), military_family="yes").relief) == []


def test_each_relief_is_for_somebody_and_for_not_everybody(content, screening, reader):
    waiting = {one.id for one in content.reliefs}
    always = set(waiting)
    for written in people(3_000, 14, TODAY):
        answers, _ = reader.read_all(written)
        found = lawyer_sheet(screening, screening.screen(answers, TODAY), ENGLISH)
        waiting -= set(ids(found.relief))
        always &= {*ids(found.relief), *ids(found.maybe_relief)}
    assert (waiting, always) == (set(), set())


@pytest.mark.parametrize("voice", ["self", "client"])
def test_relief_stands_on_the_sheet_only(build, content, voice):
    told = render(build(voice, family=["child_citizen_lpr"], victim_or_witness=["trafficking"],
                        fears_return="yes", military_family="yes"))  # fmt: skip
    texts = [text for one in content.reliefs for text in one.text.both()]
    assert [text for text in texts if text in " ".join(told.split())] == []
    assert content.pages.lawyer.relief.to_self not in told


# ---------------------------------------------------------------- the years here


def years(sheet, **written):
    """What is said of the years, each word with the years it is said of: "here 2001-2003"."""
    runs = []
    for one in (year for row in sheet(**written).presence for year in row):
        if runs and runs[-1][0] == one.says:
            runs[-1][2] = one.year
        else:
            runs.append([one.says, one.year, one.year])
    return ", ".join(f"{says} {first}-{last}" for says, first, last in runs)


ARRIVED = {"first_arrival_date": "2010-03-02", "last_entry_date": "2010-03-02"}
PRESENCE = {
    "no trip, here before": ({}, "here 2007-2026"),
    "came later": (ARRIVED, "came 2010-2010, here 2011-2026"),
    "came this year": ({"first_arrival_date": "2026-03", "last_entry_date": "2026-03"},
                       "came 2026-2026"),
    "a year, no day": ({**ARRIVED, "first_arrival_date": "2010"}, "came 2010-2010, here 2011-2026"),
    "nobody knows since when": ({"first_arrival_date": "unsure"}, "? 2007-2026"),
    "a long trip": (
        {**ARRIVED, "early_trips": "long", "long_trip_return_date": "2012-01",
         "last_entry_date": "2012-01"},
        "came 2010-2010, trip 2011-2011, back 2012-2012, here 2013-2026"),
    "a trip, and a last entry": (
        {"early_trips": "brief", "last_entry_date": "2009-05-01"},
        "trip 2007-2008, back 2009-2009, here 2010-2026"),
    "a late trip": (
        {"late_trips": "advance_parole", "last_entry_date": "2016-05-01"},
        "here 2007-2011, trip 2012-2015, back 2016-2016, here 2017-2026"),
    "a late trip, nobody knows when": (
        {"late_trips": "no_permission", "last_entry_date": "unsure"},
        "here 2007-2011, trip 2012-2026"),
    "trips not known": ({"early_trips": "unsure", "late_trips": "unsure"}, "? 2007-2026"),
    "out on one day": (
        {"present_2012_06_15": "no"}, "here 2007-2011, out 2012-2012, here 2013-2026"),
    "out now": ({"in_us_now": "no"}, "here 2007-2025, out 2026-2026"),
}  # fmt: skip


@pytest.mark.parametrize("person", PRESENCE)
def test_the_years_tell_what_the_answers_say_of_each(sheet, person):
    written, expected = PRESENCE[person]
    assert years(sheet, **written) == expected


def test_the_years_go_up_to_the_day_and_stand_in_rows_that_fit(sheet):
    far = sheet(datetime.date(2040, 1, 1)).presence
    assert [len(row) for row in far] == [22, 12]
    assert [row[-1].year for row in far] == [2028, 2040]
    assert [one.year for row in sheet(datetime.date(2006, 1, 1)).presence for one in row] == [2006]


# ---------------------------------------------------------------- dates, rules, discretion


def test_a_deadline_has_its_day_and_how_far_it_is(sheet):
    found = sheet(**ORDERED | {"removal_order_date": "2026-11-01"}, reentered_after_order="no")
    # A copy of the questions may have a day of its own beside these two.
    days = [one for one in found.deadlines if one.date in ("December 1, 2026", "January 30, 2027")]
    [appeal, reopen] = days
    assert (appeal.date, appeal.when) == ("December 1, 2026", "in 2 days")
    assert "an order in absence" in appeal.beside
    assert (reopen.date, reopen.when) == ("January 30, 2027", "in 62 days")
    [year] = sheet(fears_return="yes", last_entry_date="2025-10-01",
                   first_arrival_date="2025-10-01", two_year_proof="no").deadlines[:1]  # fmt: skip
    assert (year.date, year.when) == ("October 1, 2026", "passed")


def test_a_month_gives_two_days_of_which_the_first_counts(sheet):
    found = sheet(fears_return="yes", last_entry_date="2025-11", first_arrival_date="2025-11",
                  last_entry_manner="inspected").deadlines  # fmt: skip
    assert [(one.date, one.when) for one in found] == [
        ("November 1, 2026 – November 30, 2026", "may have passed")
    ]


def test_the_place_names_its_circuit_whether_held_or_not(sheet):
    assert sheet(state="TX").place == "Lives in: Texas, 5th Circuit."
    held = sheet(state="TX", detained="yes", held_in="NJ")
    assert held.place == "Held in: New Jersey, 3rd Circuit."
    assert "can ask for bond" in held.circuit
    assert sheet(state="AS").place == "Lives in: American Samoa."
    assert sheet(state="unsure").place == ""


def test_programs_say_how_they_stand_before_what_they_match(sheet):
    found = sheet(birth_date="1994-05", first_arrival_date="2003-08", last_entry_date="2003-08")
    known = {"daca", "expanded_daca", "dapa"}
    assert [(one.status, one.result) for one in found.programs if one.id in known] == [
        ("DACA, renewals only (July 16, 2021)", "matches"),
        ("Expanded DACA (2014), ended (June 15, 2017), never opened", "matches"),
        ("DAPA, ended (June 15, 2017), never opened", "does not match"),
    ]
    assert found.no_promise == "A match is no promise. Each one is decided case by case."
    assert sheet().no_promise == ""


def test_rules_stand_in_words_with_their_ids_and_the_answers_behind_a_no(sheet):
    [daca, *ended] = sheet(education="unsure").programs
    no, unknown = daca.rules
    assert no.words == "No match:" and unknown.words == "Not known:"
    first = no.rules[0]
    assert (first.id, first.text, first.because) == (
        "born_after_1981_06_15", "Born on or after June 16, 1981",
        ("Date of birth: March 10, 1975",),
    )  # fmt: skip
    assert ids(unknown.rules) == ["school_or_service"]
    assert [one.rules for one in ended if one.id in ("expanded_daca", "dapa")] == [(), ()]


def test_flags_come_with_how_soon_and_why(sheet):
    found = sheet(detained="yes", held_in="TX").flags
    assert [(one.id, one.urgency, one.because) for one in found] == [
        ("detained", "Today", ("Yes",)),
        ("no_status", "before", ("Immigration status now: No status now, and never had one",)),
    ]


def test_discretion_names_what_could_be_asked_in_a_few_words(sheet):
    found = sheet(**ORDERED, reentered_after_order="no", community=["work"]).discretion
    assert found.good == (
        "Many years in the United States",
        "Ties to the community (Work or a business)",
    )
    assert found.stage == "After an order to leave."
    assert found.could_ask[:3] == (
        "not opposing a motion to reopen", "joining a motion to reopen", "a stay of removal",
    )  # fmt: skip
    assert found.refusal[0] == "Find out if there is a decision"
    assert found.limit == "There is no formal appeal when an officer says no to discretion."
    assert sheet().discretion.refusal == ()
    assert "before a lawyer has looked" in sheet().discretion.limit


def test_an_answer_is_told_once_and_what_says_nothing_stands_with_the_noes(sheet):
    found = sheet(daca_history="never", community=["work"], education="graduated")
    assert [one.what for one in found.others] == [
        "How the last entry happened", "Papers for each of the last two years", "School",
    ]  # fmt: skip
    assert {"DACA so far", "School"} & set(found.answered_no) == {"DACA so far"}
    everything = {*(one.what for one in found.others), *found.answered_no}
    assert not everything & {
        "Immigration status now",
        "Ties to the community",
        "State or territory",
    }


def test_a_lawyer_reads_of_the_person_whoever_answered(screening, result):
    own, helper = (
        lawyer_sheet(
            screening, result(last_entry_manner="without_inspection"), Tongue("en", voice, {})
        )
        for voice in ("self", "client")
    )
    assert own.others == helper.others and own.relief == helper.relief
    assert (own.words["prepared"][:22], helper.words["prepared"][:20]) == (
        "Prepared by the person", "Prepared by a helper",
    )  # fmt: skip


def test_the_sheet_as_a_file_needs_nothing_else(sheet):
    written = markup.render_sheets("Next Steps", [sheet(fears_return="yes")])
    assert "<script" not in written and 'href="' not in written and "url(" not in written
    for text in ("A-number", "Court and judge", "Next hearing", "Worth asking about"):
        assert text in written


@pytest.mark.parametrize("as_of", [datetime.date(2011, 5, 5), datetime.date(2014, 11, 19)], ids=str)
def test_the_sheet_speaks_of_no_list_and_no_program_before_its_day(sheet, content, as_of):
    found = sheet(as_of, birth_date="1975", first_arrival_date="2000", last_entry_date="2000")
    assert found.priorities is None
    assert ids(found.programs) == (["daca"] if as_of.year > 2011 else [])
    fixed = (text for name, text in found.words.items() if name != "list")
    assert [text for text in fixed if "2014" in text] == []
    assert sheet().priorities.status.startswith("The 2014 list, ended")


def test_what_was_passed_over_is_nothing_that_somebody_was_not_sure_of(sheet, content):
    names = {question.id: question.short.to_self for question in content.questions}
    found = sheet(any_arrest="unsure").not_sure
    assert names["any_arrest"] in found and names["any_conviction"] not in found
