"""The next steps in three layers: what is open, what is a title, and how much there is to read."""

import datetime
import statistics
from dataclasses import replace

import pytest
from people import QUIET, people
from spoken import COMPLETE
from summary_parts import CONTACTS, Seen, deeds, section

from interview.files.cases import read_cases
from interview.languages import translations
from interview.languages.language import Tongue
from interview.loading.folders import QUESTIONS, TRANSLATIONS
from interview.rules import facts
from interview.summary import html as markup
from interview.summary import plain_text

TODAY = datetime.date(2026, 11, 29)
# What a whole page adds to the blocks: its buttons.
BUTTONS = 25
# Words seen of the next steps: of the person in the middle, and of the one with the most.
BARS = {"en": (550 - BUTTONS, 850 - BUTTONS), "es": (630 - BUTTONS, 960 - BUTTONS)}
TONGUES = {
    (language, voice): Tongue(language, voice, translations(TRANSLATIONS, language))
    for language in COMPLETE
    for voice in ("self", "client")
}


@pytest.fixture(scope="module")
def of_today(screening, reader):
    """The results of all the made-up people of today."""
    cases = [case for case in read_cases(QUESTIONS, reader) if case.person]
    cases = [case for case in cases if case.as_of.year == TODAY.year]
    assert len(cases) >= 27
    return [screening.screen(reader.read_all(case.answers)[0], case.as_of) for case in cases]


@pytest.fixture(scope="module")
def crowd(screening, reader):
    """The results of some hundred people whom nobody chose."""
    found = (reader.read_all(written)[0] for written in people(150, 21, TODAY))
    return [screening.screen(answers, TODAY) for answers in found]


def seen(summary):
    """What is seen of a page while every fold is closed."""
    return Seen(markup.render(summary))


# ---------------------------------------------------------------- how much there is to read


@pytest.mark.parametrize("language", BARS)
@pytest.mark.parametrize("contacts", [(), CONTACTS], ids=["no contacts", "contacts"])
def test_the_next_steps_of_all_made_up_people_keep_the_bars_of_reading(
    of_today, summarizer, language, contacts
):
    tongue = TONGUES[language, "self"]
    pages = (replace(summarizer.build(r, tongue), contacts=contacts) for r in of_today)
    words = [seen(page).words for page in pages]
    median, most = BARS[language]
    assert statistics.median(words) <= median
    assert max(words) <= most


@pytest.mark.sampled(3)
@pytest.mark.parametrize("voice", ["self", "client"])
def test_the_next_steps_of_people_whom_nobody_chose_keep_the_bar_of_the_most(
    crowd, summarizer, voice
):
    words = [seen(summarizer.build(result, TONGUES["en", voice])).words for result in crowd]
    assert max(words) <= BARS["en"][1]


# ---------------------------------------------------------------- what is open


def test_how_soon_why_whom_to_call_what_to_do_and_what_not_stand_first_and_open(
    of_today, summarizer
):
    for result in of_today:
        summary = replace(summarizer.build(result, TONGUES["en", "self"]), contacts=CONTACTS)
        first = [
            summary.chip, summary.headline, _flat(summary.why), CONTACTS[0].name,
            summary.do_now_title, *(name for name, _ in summary.do_now), summary.do_not_title,
            summary.places_title,
            *(part.title for part in summary.sections if not part.is_folded),
        ]  # fmt: skip
        shown = seen(summary).texts
        places = [shown.index(_flat(text)) for text in first]
        assert places == sorted(places)


def test_the_first_contact_has_a_link_that_dials_and_without_one_stands_how_to_find_one(
    build,
):
    page = markup.render(replace(build(), contacts=CONTACTS))
    assert page.index('href="tel:+15550142"') < page.index('id="do-now"')
    assert 'href="tel:+15550117"' in page and "Checked long ago" in page
    nobody = markup.render(build())
    assert "tel:" not in nobody
    assert nobody.index('href="#find_lawyer"') < nobody.index('id="do-now"')


def test_one_to_three_steps_of_a_deed_and_at_most_one_more_sentence(crowd, summarizer):
    for result in crowd:
        for tongue in TONGUES.values():
            steps = summarizer.build(result, tongue).do_now
            assert 1 <= len(steps) <= 3
            for name, what in steps:
                # What somebody can say aloud is no sentence of ours.
                said = what.split(": ")[0].rstrip(".?")
                assert ". " not in said, (name, what)


def test_what_not_to_do_of_a_flag_of_today_is_never_only_in_a_fold(
    content, screening, crowd, summarizer
):
    asked = 0
    for result in crowd:
        shown = " ".join(seen(summary := summarizer.build(result, TONGUES["en", "self"])).texts)
        assert [line for line in map(_flat, summary.do_not) if line not in shown] == []
        for flag in (one for one in content.flags if one.id in result.raised()):
            for line in flag.do_not:
                if line.applies is None or screening.holds(line.applies, result):
                    said = line.text.on(TODAY)
                    assert said.to_self in summary.do_not
                    asked += 1
    assert asked > 30


def _flat(text):
    return " ".join(text.replace("**", "").split())


def test_every_flag_of_today_says_what_not_to_do_or_the_lane_does(content):
    """A flag of today that adds nothing to what its lane says must be one of these."""
    lanes = {lane.id: lane for lane in content.wording.lanes}
    # Words of the lane for a held person: a flag that is only for such people needs no others.
    assert any(one.applies is not None for one in lanes["red"].do_not)
    nothing = [flag for flag in content.flags if flag.urgency == "now" and not flag.do_not]
    assert [flag.id for flag in nothing if "detained" not in facts(flag.rule.condition)] == []


def test_two_to_four_things_not_to_do_unless_the_flags_ask_for_more(crowd, content, summarizer):
    for result in crowd:
        told = summarizer.build(result, TONGUES["en", "self"]).do_not
        of_flags = {
            line.text.on(TODAY).to_self
            for flag in content.flags
            if flag.id in result.raised()
            for line in flag.do_not
        }
        own = [text for text in told if text in of_flags]
        assert 2 <= len(told) <= max(4, len(own) + 2)


@pytest.mark.parametrize("helper", ["lawyer", "accredited_representative"])
@pytest.mark.parametrize(
    "answers", [{"hearing_soon": "yes", "case_stage": "in_proceedings"}, {"reports_to_ice": "yes"},
                {}],
    ids=["today", "within days", "before a step"],
)  # fmt: skip
def test_who_has_had_a_lawyer_is_told_to_call_that_one(build, helper, answers):
    asked = {"request": "pending", "helper": helper, **answers}
    [(_, what), *_] = build(**asked).do_now
    assert what.startswith("Call the one who helped you with your papers")
    [(_, what), *_] = build(**{**asked, "helper": "nobody"}).do_now
    assert "helped you" not in what


def test_who_must_not_carry_the_page_is_not_told_to_bring_it(build):
    new = {"last_entry_date": "2026-03-01", "two_year_proof": "no", "first_arrival_date": "2026-03"}
    summary = build(**new)
    assert any("Do not carry** this page" in text for text in summary.do_not)
    assert summary.do_now[0][1] == "Ask a person you trust to take this page to the lawyer."
    assert deeds(summary)[0] == "See a lawyer today."


# ---------------------------------------------------------------- titles


def test_a_flag_that_is_not_for_today_is_shown_to_the_lawyer_of_today(build):
    cards = section(build(detained="yes", any_arrest="yes", any_conviction="yes"), "flags").cards
    assert {card.tone: card.line for card in cards} == {
        "now": "", "soon": "Show these to the same lawyer.",
        "before": "Show these to the same lawyer.",
    }  # fmt: skip
    assert not any("within days" in " ".join(card.paragraphs) for card in cards)
    orange = section(build(reports_to_ice="yes"), "flags").cards
    assert {card.line for card in orange} == {""}


def test_what_is_over_and_does_not_match_is_one_line_and_what_may_match_has_its_own(build):
    programs = section(build(), "programs")
    # A program that a lawyer adds has a place of its own, whatever it is.
    assert programs.cards[0].title == "DACA: Renewals only"
    assert not {"expanded_daca", "dapa"} & {card.id for card in programs.cards}
    title = "Expanded DACA (2014) · DAPA · The 2014 list of enforcement priorities"
    assert programs.more_title.startswith("Expanded DACA (2014) · DAPA")
    assert {*title.split(" · ")} <= {*programs.more_title.split(" · ")}
    assert programs.more_line == "All over. No one can ask for this now."
    assert [card.id for card in programs.more_cards][:2] == ["expanded_daca", "dapa"]
    assert [part.id for part in programs.inner] == ["priorities"]
    unsure = section(build(child_2014_11_20="us_citizen", birth_date="unsure"), "programs")
    lines = {
        "daca": "The answers do not settle it yet.",
        "expanded_daca": "No one can ask for it now. The answers do not settle it yet.",
        "dapa": "No one can ask for it now. The answers match what it asked. That is no promise.",
    }
    assert {card.id: card.line for card in unsure.cards if card.id in lines} == lines


def test_before_a_program_is_over_each_has_a_line_of_its_own_with_its_status_first(build):
    summary = build(as_of=datetime.date(2015, 6, 15))
    programs = section(summary, "programs")
    assert [card.title for card in programs.cards] == [
        "DACA: In effect", "Expanded DACA (2014): Blocked by a court", "DAPA: Blocked by a court"
    ]  # fmt: skip
    assert (programs.more_title, programs.inner) == ("", ())
    assert [part.id for part in summary.sections][:3] == ["flags", "programs", "priorities"]


@pytest.mark.parametrize(
    ("ordered", "open_now"),
    [("2026-11-20", ["appeal"]), ("2026-09-15", ["motion_to_reopen"]), ("2026-10-30", ["appeal"])],
)
def test_a_day_within_thirty_days_stands_open_and_a_later_one_is_a_title_with_its_day(
    build, ordered, open_now
):
    summary = build(case_stage="final_order", removal_order_date=ordered,
                    order_on_appeal_or_reinstated="no")  # fmt: skip
    cards = section(summary, "deadlines").cards
    # A copy of the questions may have a day of its own beside these.
    known = {"appeal", "motion_to_reopen"}
    assert [card.id for card in cards if not card.line and card.id in known] == open_now
    shown = " ".join(seen(summary).texts)
    for card in cards:
        assert card.title in shown
        assert (card.paragraphs[0] in shown) == (card.line == "")
        assert card.line in shown
        assert card.line == "" or card.line.startswith("On or about ")


def test_a_day_that_may_be_past_stands_open_too(build):
    cards = section(build(daca_history="current", daca_expiry_date="2026-12-01"), "deadlines").cards
    lines = {card.id: card.line for card in cards}
    assert lines["renewal_opens"] == lines["renewal_closes"] == lines["daca_ends"] == ""
    assert lines["daca_year_after"] == "On or about December 1, 2027"


def test_what_a_person_reads_later_stands_under_everything_else(build):
    summary = build()
    under = [part.above for part in summary.sections if part.above]
    assert under == ["Everything else"]
    place = next(n for n, part in enumerate(summary.sections) if part.above)
    assert all(part.is_folded for part in summary.sections[place:])
    assert [part.id for part in summary.sections[:place] if part.is_folded] == []
    assert section(summary, "good").title == "The good in your life counts (2)"


# ---------------------------------------------------------------- plain text


def test_in_brief_stands_what_is_open_and_every_title_and_nothing_that_is_folded(
    of_today, summarizer
):
    for result in of_today:
        summary = replace(summarizer.build(result, TONGUES["en", "self"]), contacts=CONTACTS)
        brief = " ".join(plain_text.render(summary, brief=True).split())
        for text in (summary.why, *summary.do_not, *(part.title for part in summary.sections)):
            assert _flat(text) in brief
        for contact in CONTACTS:
            assert f"{contact.name}: {contact.phone}" in brief
        for card in section(summary, "flags").cards:
            assert f"[{card.chip}] {card.title}" in brief
            assert _flat(card.paragraphs[0]) not in brief
        for card in section(summary, "deadlines").cards if section(summary, "deadlines") else ():
            assert (_flat(card.paragraphs[0]) in brief) == (card.line == "")
        assert len(brief.split()) < 700


def test_the_plain_text_has_the_order_of_the_page(of_today, summarizer):
    for result in of_today:
        summary = summarizer.build(result, TONGUES["en", "self"])
        text = plain_text.render(summary)
        first = [
            f"[{summary.chip}]", summary.do_now_title, summary.do_not_title,
            *(f"\n{part.title}\n---" for part in summary.sections),
        ]  # fmt: skip
        places = [text.index(said) for said in first]
        assert places == sorted(places)
        assert not any(line.strip() in ("—", "-") for line in text.splitlines())


def test_a_heading_stands_above_what_it_heads(build, content):
    summary = build(security_concern="yes")
    heading = content.wording.headings.exceptions.to_self
    [level] = [found for found in content.priorities.levels if found.level == "1"]
    for said in (plain_text.render(summary), markup.render(summary)):
        flat = " ".join(said.split())
        about = content.priorities.about.to_self.split(".")[0]
        places = [flat.index(text) for text in (about, heading, level.deciders.to_self[:40])]
        assert places == sorted(places)


def test_the_quiet_person_of_these_tests_is_told_of_no_hurry(build):
    assert QUIET["case_stage"] == "no_case"
    assert build().why == "Why: No lasting status."
