"""The summary: what stands where, the same words on every medium, and nothing raw in it."""

import datetime
import html
import re
from dataclasses import replace

import pytest
from people import QUIET
from spoken import COMPLETE
from summary_parts import CONTACTS, section
from summary_texts import texts

from interview.files.cases import read_cases
from interview.languages import Tongue, translations
from interview.loading.folders import QUESTIONS, TRANSLATIONS
from interview.summary import html as markup
from interview.summary import plain_text
from interview.summary.blocks import Card

SPANISH = translations(TRANSLATIONS, "es")
TODAY = datetime.date(2026, 11, 23)
TONGUES = [
    Tongue(language, voice, translations(TRANSLATIONS, language))
    for language in COMPLETE
    for voice in ("self", "client")
]


@pytest.fixture(scope="module")
def twelve(screening, reader):
    """The results of the twelve people, in 2015 and today."""
    people = [case for case in read_cases(QUESTIONS, reader) if case.person]
    assert len({case.person for case in people}) >= 12
    return [screening.screen(reader.read_all(case.answers)[0], case.as_of) for case in people]


@pytest.fixture
def build(screening, reader, summarizer):
    def build(tongue=TONGUES[0], as_of=TODAY, **written):
        answers, refused = reader.read_all(written)
        assert refused == []
        return summarizer.build(screening.screen(answers, as_of), tongue)

    return build


def cards(summary, id) -> tuple[Card, ...]:
    part = section(summary, id)
    return part.cards if part else ()


# ---------------------------------------------------------------- order


def test_the_sections_stand_in_the_order_of_telling(build):
    everything = build(
        detained="yes", any_arrest="yes", any_conviction="yes", victim_or_witness=["crime_victim"],
        last_entry_manner="without_inspection", case_stage="in_proceedings",
    )  # fmt: skip
    assert [part.id for part in everything.sections] == [
        "flags", "detention", "today", "programs", "unknown", "good", "adverse",
        "options", "escalation", "request", "memos", "decisions", "notes", "answers",
    ]  # fmt: skip
    in_2015 = build(as_of=datetime.date(2015, 6, 15))
    assert [part.id for part in in_2015.sections][1:3] == ["programs", "priorities"]


def test_what_does_not_apply_is_left_out(build):
    shown = {part.id for part in build(detained="no", last_entry_manner="inspected").sections}
    assert shown.isdisjoint({"adverse", "detention", "request", "memos", "notes"})


def test_the_flags_stand_most_urgent_first_and_the_first_steps_are_deeds(build):
    summary = build(
        military_family="yes", fears_return="yes", detained="yes", travel_planned="yes",
        case_stage="no_case",
    )  # fmt: skip
    flags = cards(summary, "flags")
    tones = [card.tone for card in flags]
    assert tones == sorted(tones, key=("now", "soon", "before").index)
    assert set(tones) == {"now", "soon", "before"}
    assert [deed for deed, _ in summary.do_now] == [
        "See a lawyer today.",
        "Ask for a lawyer, and sign nothing.",
        "Say so if there is fear of going back.",
    ]


@pytest.mark.parametrize(
    ("answers", "deeds"),
    [
        (
            {"case_stage": "in_proceedings", "hearing_soon": "yes"},
            ["See a lawyer today.", "Go to the hearing."],
        ),
        (
            {"case_stage": "in_proceedings"},
            ["See a lawyer within days.", "Find the next court date."],
        ),
        (
            {"any_arrest": "yes", "any_conviction": "yes"},
            ["See a lawyer within days.", "Find the court papers."],
        ),
        (
            {"any_arrest": "yes"},
            [
                "Call a lawyer, and set a day.",
                "Look for what is not known yet.",
            ],
        ),
        ({}, ["Have a lawyer check this page.", "Gather the good papers, little by little."]),
    ],
    ids=["hearing", "court case", "conviction", "arrest", "no flag"],
)  # fmt: skip
def test_the_first_thing_to_do_says_how_soon_to_see_a_lawyer(build, answers, deeds):
    summary = build(as_of=datetime.date(2015, 6, 15), **{**QUIET, **answers})
    assert [name for name, _ in summary.do_now[:2]] == deeds


def test_three_first_steps_are_told_to_everybody(twelve, summarizer):
    for result in twelve:
        assert len(summarizer.build(result, TONGUES[0]).do_now) == 3


def test_the_criteria_that_do_not_match_stand_first_then_the_unknown_ones(build):
    summary = build(birth_date="1970", in_us_now="yes")
    marks = [row.mark for row in cards(summary, "programs")[0].rows]
    assert marks == sorted(marks, key=("no", "unknown", "yes").index)
    assert set(marks) == {"no", "unknown", "yes"}


def test_each_requirement_names_the_answer_that_it_came_from(build):
    [row] = [
        row
        for row in cards(build(birth_date="1970-05"), "programs")[0].rows
        if row.id == "born_after_1981_06_15"
    ]
    assert (row.mark, row.answers) == ("no", ("Date of birth: May 1970",))


def test_the_status_stands_above_any_match_in_the_plain_text(twelve, summarizer):
    for result in twelve:
        for tongue in TONGUES:
            summary = summarizer.build(result, tongue)
            text = _flat(plain_text.render(summary))
            for card in cards(summary, "programs"):
                place = text.index(_flat(card.title))
                assert all(text.index(_flat(said), place) for said in card.paragraphs)


def test_every_match_says_that_each_case_is_decided_by_itself(twelve, summarizer, content):
    for result in twelve:
        summary = summarizer.build(result, TONGUES[0])
        for card in cards(summary, "programs"):
            promise = content.programs[card.id].promise.to_self
            assert (promise in card.paragraphs) == (card.data["result"] == "matches")


# ---------------------------------------------------------------- lanes, level, ladder


@pytest.mark.parametrize(
    ("changed", "as_of", "lane"),
    [
        ({"detained": "yes"}, TODAY, "red"),
        ({"reports_to_ice": "yes"}, TODAY, "orange"),
        ({"detained": "unsure"}, TODAY, "yellow"),
        ({}, datetime.date(2015, 6, 15), "blue"),
    ],
)
def test_the_lane_is_the_first_thing_said(content, build, changed, as_of, lane):
    summary = build(as_of=as_of, **{**QUIET, **changed})
    [said] = [one.headline.on(as_of) for one in content.wording.lanes if one.id == lane]
    assert (summary.lane, summary.headline) == (lane, said.to_self)


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ({"visa_abuse": "yes", "immigration_status": "visa"}, "at_least_2"),
        (
            {
                "case_stage": "final_order",
                "removal_order_date": "2015",
                "order_on_appeal_or_reinstated": "no",
            },
            "at_least_3",
        ),
        ({}, "unknown"),
        ({"security_concern": "yes"}, "1"),
    ],
)
def test_a_level_that_could_be_more_serious_is_said_to_be_at_least_the_one_that_holds(
    build, content, answers, text
):
    level = cards(build(**answers), "priorities")[0]
    assert content.priorities.level_texts[text].to_self in level.paragraphs


def test_who_could_make_an_exception_is_told_for_each_level_that_holds_or_may_hold(build, content):
    summary = build(security_concern="yes", visa_abuse="no")
    told = " ".join(texts(section(summary, "priorities"))).replace("**", "")
    for found in content.priorities.levels:
        assert found.deciders.to_self in told
        assert found.standard.to_self in told


def test_fear_or_pending_relief_brings_the_exception_up_next_to_the_level(build, content):
    exception = next(note for note in content.notes if note.id == "relief_exception").text.to_self
    beside = [
        exception in cards(build(**answers), "priorities")[0].paragraphs
        for answers in (
            {"fears_return": "yes"}, {"pending_relief": ["tps"]}, {"fears_return": "no"}, {},
        )
    ]  # fmt: skip
    assert beside == [True, True, False, False]


def test_the_ladder_is_shown_only_where_it_may_be_and_else_a_warning_stands_there(
    twelve, summarizer, content
):
    for result in twelve:
        for tongue in TONGUES:
            part = section(summarizer.build(result, tongue), "escalation")
            steps = tuple(card.id for card in part.cards)
            assert steps == result.escalation
            warning = tongue.say(content.escalation.not_shown)
            assert (part.paragraphs == (warning,)) == (not result.escalation_shown)
            if result.escalation_shown:
                limits = tuple(map(tongue.say, content.escalation.limits))
                assert set(limits) <= set(part.paragraphs)


def test_keep_proof_and_the_registration_rule_are_told_to_who_came_without_inspection(build):
    told = section(build(**{**QUIET, "immigration_status": "visa"}), "notes")
    assert len(told.bullets) == 2
    assert section(build(**{**QUIET, "last_entry_manner": "inspected"}), "notes") is None


def test_what_is_missing_is_told_with_how_to_find_it_out(build, content):
    summary = build(detained="unsure", case_stage="no_case")
    card = next(card for card in cards(summary, "unknown") if card.id == "detained")
    question = next(question for question in content.questions if question.id == "detained")
    assert (card.title, card.paragraphs) == (
        question.short.to_self,
        (question.find_out.to_self,),
    )


# ---------------------------------------------------------------- the last legal check


def test_the_banner_appears_61_days_after_the_last_legal_check_and_not_60(build, content):
    checked = content.law.last_legal_check
    days = {days: build(as_of=checked + datetime.timedelta(days)).banner for days in (0, 60, 61)}
    assert (days[0], days[60]) == ("", "")
    said = TONGUES[0].date(checked)
    assert days[61] == content.law.stale_text.to_self.format(date=said)
    assert said in days[61]


@pytest.mark.parametrize("as_of", [datetime.date(2015, 6, 15), TODAY])
def test_the_day_of_the_last_legal_check_is_always_named(build, content, as_of):
    checked = TONGUES[0].date(content.law.last_legal_check)
    assert checked in " ".join(build(as_of=as_of).dates)


# ---------------------------------------------------------------- answers in words


@pytest.mark.parametrize(
    ("fact", "written", "words"),
    [
        ("detained", "yes", "Yes"),
        ("detained", "no", "No"),
        ("detained", "unsure", "I'm not sure"),
        ("birth_date", "1994-03-10", "March 10, 1994"),
        ("birth_date", "1994-03", "March 1994"),
        ("birth_date", "1994", "1994"),
        ("state", "TX", "Texas"),
        ("family", [], "None of these"),
        ("family", ["unsure"], "I'm not sure"),
    ],
)
def test_an_answer_is_said_in_the_words_of_its_question(build, content, fact, written, words):
    question = next(question for question in content.questions if question.id == fact)
    rows = cards(build(**{fact: written}), "answers")[0].rows
    assert {row.id: row.answers for row in rows}[fact] == (words,)
    assert question.short.to_self in [row.text for row in rows]


@pytest.mark.parametrize(
    ("written", "words"),
    [("1994-03-10", "10 de marzo de 1994"), ("1994-03", "marzo de 1994"), ("1994", "1994")],
)
def test_a_date_is_said_in_spanish_words(build, written, words):
    rows = cards(build(TONGUES[2], birth_date=written), "answers")[0].rows
    assert {row.id: row.answers for row in rows}["birth_date"] == (words,)


def test_a_doubt_beside_other_choices_is_said_too(build, content):
    question = next(question for question in content.questions if question.id == "family")
    spouse = question.values[0].label.to_self
    rows = cards(build(family=["spouse_citizen_lpr", "unsure"]), "answers")[0].rows
    assert {row.id: row.answers for row in rows}["family"] == (
        f"{spouse}. Not sure about the others",
    )


def test_answers_that_do_not_apply_are_not_listed(build):
    rows = cards(build(any_arrest="no", any_conviction="yes"), "answers")[0].rows
    assert "any_conviction" not in {row.id for row in rows}


# ---------------------------------------------------------------- the same on every medium


def _flat(text: str) -> str:
    return " ".join(re.sub(r"\*+([^*]+)\*+", r"\1", text).split())


def _text_of_page(page: str) -> str:
    body = re.sub(r"<style>.*?</style>", " ", page, flags=re.DOTALL)
    inline = re.sub(r"</?(strong|i|b|em|abbr)\b[^>]*>", "", body)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", inline)).split())


def test_text_and_page_say_the_same_sentences(twelve, summarizer):
    for result in twelve[::3]:
        for tongue in TONGUES:
            summary = replace(summarizer.build(result, tongue), contacts=CONTACTS)
            in_text = _flat(plain_text.render(summary))
            on_page = _text_of_page(markup.render(summary))
            said = {_flat(text) for text in texts(summary)}
            assert {text for text in said if text not in on_page} == set()
            assert {text for text in said if text not in in_text} == set()


def test_no_line_of_the_text_is_too_wide_for_a_terminal(twelve, summarizer):
    for result in twelve:
        for tongue in TONGUES:
            lines = plain_text.render(summarizer.build(result, tongue)).splitlines()
            wide = [line for line in lines if len(line) > plain_text.WIDTH]
            # A heading is not broken.
            assert [line for line in wide if line.startswith((" ", "-", "*"))] == []


def test_the_page_is_one_file_that_asks_nothing_of_anyone(twelve, summarizer):
    page = markup.render(summarizer.build(twelve[0], TONGUES[2]))
    assert page.startswith('<!doctype html>\n<html lang="es">')
    assert not re.search(r"<(script|link|img|iframe)\b|https?:|src=|url\(", page)
    assert re.search(r"<title>Próximos pasos</title>", page)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**Go** and *see*", '<strong>Go</strong> and <i lang="en">see</i>'),
        ("**Go to *court***", '<strong>Go to <i lang="en">court</i></strong>'),
        ("A & B, <b>bold</b>", "A &amp; B, &lt;b&gt;bold&lt;/b&gt;"),
        ("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"),
        ("[here](javascript:x)", "[here](javascript:x)"),
        ("![x](http://x.example)", "![x](http://x.example)"),
        ("<http://x.example>", "&lt;http://x.example&gt;"),
        ("1. First", "1. First"),
        ("- No", "- No"),
        ("# Sign", "# Sign"),
        ("4 * 5 * 6", "4 * 5 * 6"),
        ("", ""),
    ],
)
def test_the_content_has_two_marks_and_every_other_sign_is_only_a_sign(text, html):
    assert str(markup.inline(text)) == html


# ---------------------------------------------------------------- words

ID = re.compile(r"\b[a-z]+(?:_[a-z0-9]+)+\b")


@pytest.mark.parametrize("tongue", TONGUES, ids=lambda tongue: f"{tongue.language} {tongue.voice}")
def test_the_summaries_of_the_twelve_people_hold_no_raw_ids_or_places_to_fill(
    twelve, summarizer, tongue
):
    for result in twelve:
        text = plain_text.render(summarizer.build(result, tongue))
        assert ID.findall(text) == []
        assert not re.search(r"[{}]|%\(|\bTrue\b|\bFalse\b|&[a-z]+;", text)


def test_a_helper_is_not_addressed_as_the_person(twelve, summarizer):
    """To a helper, "you" is the helper: what is the person's is never called "your"."""
    helper = TONGUES[1]
    for result in twelve:
        for text in texts(summarizer.build(result, helper)):
            assert not re.search(r"\byours?\b", text, re.IGNORECASE), text


def test_a_person_is_not_spoken_of_as_somebody_who_is_helped(twelve, summarizer):
    for result in twelve:
        for text in texts(summarizer.build(result, TONGUES[0])):
            assert "the person you are helping" not in text, text
        for text in texts(summarizer.build(result, TONGUES[2])):
            assert "a quien usted ayuda" not in text, text


def test_no_summary_promises_judges_or_blames(twelve, summarizer):
    never = re.compile(
        r"\byou qualify|\beligib|\byou are safe\b|\billegal|\baliens?\b|\bcriminals?\b|!"
        r"|usted califica|\belegib|\bilegal|\bcriminal", re.IGNORECASE,
    )  # fmt: skip
    for result in twelve:
        for tongue in TONGUES:
            for text in texts(summarizer.build(result, tongue)):
                assert not never.search(text), text


def test_the_spanish_summary_has_no_english_sentence_left(twelve, summarizer):
    english = re.compile(r"\b(the|and|with|your|lawyer|answers?|because|before)\b")
    for result in twelve:
        for text in texts(summarizer.build(result, TONGUES[2])):
            # Between single stars stands the English name of a paper or a source.
            own = re.sub(r"\*\*([^*]+)\*\*", r"\1", text)
            assert not english.search(re.sub(r"\*[^*]+\*", "", own)), text
