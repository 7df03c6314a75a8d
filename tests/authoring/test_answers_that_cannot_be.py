"""Answers that cannot be: every date has a span, every two facts that are joined are looked at."""

import datetime
import re

import pytest
from spoken import COMPLETE

from interview.authoring.check.pair_checks import (
    pair_checks,
    pairs_joined,
    reasons,
    with_a_reason,
    with_an_oddity,
)
from interview.authoring.mutate.mutants import Breeder
from interview.files import OddAnswers, read_cases
from interview.languages import Tongue, translations
from interview.loading import QUESTIONS, TRANSLATIONS, read, with_changed_file
from interview.rules import YES, facts, parse_condition
from interview.rules import conditions as c
from interview.screening import AnswerReader, Oddities, Screening
from interview.summary import Phrasing

READING = read(QUESTIONS)
TODAY = datetime.date(2026, 11, 23)
CONTENT = READING.content
assert CONTENT is not None
CASES = [
    case
    for case in read_cases(QUESTIONS, AnswerReader(CONTENT))
    if case.file == "questions/cases/odd_answers.yaml"
]
ORDER = {question.id: number for number, question in enumerate(CONTENT.questions)}
DATES = [question.id for question in CONTENT.questions if question.type == "date"]
# What must be answered for the question of a date to be asked.
ASKED_WHERE = {
    "long_trip_return_date": {"early_trips": "long"},
    "daca_expiry_date": {"daca_history": "current"},
    "removal_order_date": {"case_stage": "final_order"},
}


def found(screening: Screening, reader, written, as_of=TODAY) -> list[str]:
    """The ids of what is odd about some answers."""
    answers, refused = reader.read_all(written)
    assert refused == []
    return OddAnswers(screening).ids(screening.screen(answers, as_of))


# ---------------------------------------------------------------- what the issue tells


@pytest.mark.parametrize(
    ("answers", "odd"),
    [
        ({"birth_date": "1094"}, "birth_date_too_long_ago"),
        ({"birth_date": "0094"}, "birth_date_too_long_ago"),
        ({"birth_date": "1900-01"}, "birth_date_too_long_ago"),
        ({"birth_date": "2026-11"}, "child_answers_alone"),
        ({"birth_date": "2026-11", "answering_for": "self"}, "child_answers_alone"),
        ({"birth_date": "2026-11", "answering_for": "client"}, "newborn_client"),
        ({"immigration_status": "daca", "daca_history": "never"}, "daca_and_never"),
        ({"immigration_status": "daca", "daca_history": "expired"}, "daca_and_not_now"),
        ({"immigration_status": "none", "daca_history": "current"}, "current_daca_and_no_status"),
        ({"immigration_status": "lpr", "daca_history": "current"}, "current_daca_and_more"),
        ({"daca_history": "expired", "daca_expiry_date": "2028"}, "ended_daca_still_runs"),
        ({"daca_history": "current", "daca_expiry_date": "2020"}, "current_daca_is_over"),
        ({"daca_history": "expired", "first_arrival_date": "2011"}, "daca_but_came_late"),
        ({"daca_history": "current", "birth_date": "1979"}, "daca_but_born_before"),
        ({"immigration_status": "none", "last_entry_manner": "inspected"},
         "never_a_status_but_inspected"),
        ({"in_us_now": "no", "detained": "yes"}, "held_outside"),
        ({"in_us_now": "no", "reports_to_ice": "yes"}, "reports_from_outside"),
        ({"present_2012_06_15": "yes", "first_arrival_date": "2015", "last_entry_date": "2015"},
         "here_2012_before_arrival"),
        ({"present_2014_11_20": "yes", "first_arrival_date": "2015"}, "here_2014_before_arrival"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_asked_back_and_not_refused(screening, reader, answers, odd):
    assert odd in found(screening, reader, answers)


# ---------------------------------------------------------------- every date


@pytest.mark.parametrize("as_of", ["2012-09-01", "2015-06-15", "2026-11-23"])
@pytest.mark.parametrize("fact", DATES)
@pytest.mark.parametrize("written", ["0094", "0994-01-01", "1094", "1094-05", "2094", "9999-12-31"])
def test_every_date_of_every_question_has_a_plausible_span(screening, reader, as_of, fact, written):
    answers = {fact: written, **ASKED_WHERE.get(fact, {})}
    odd = found(screening, reader, answers, datetime.date.fromisoformat(as_of))
    alone = {oddity.id for oddity in CONTENT.oddities if set(facts(oddity.condition)) <= {fact}}
    assert alone & set(odd)


def test_a_date_that_is_partly_known_is_odd_only_where_every_day_of_it_is(screening, reader):
    assert found(screening, reader, {"birth_date": "1906"}) == []
    assert found(screening, reader, {"last_entry_date": "2026-11"}) == []
    assert found(screening, reader, {"birth_date": "2003", "first_arrival_date": "2003"}) == []


# ---------------------------------------------------------------- every pair


def test_every_two_facts_that_are_joined_have_an_oddity_or_a_reason_why_none():
    assert [str(finding) for finding in pair_checks(READING)] == []
    joined, told = pairs_joined(READING), with_an_oddity(CONTENT)
    reasoned = {pair for entry in reasons(READING) for pair in with_a_reason(entry, CONTENT)}
    assert joined <= told | reasoned
    assert len(joined) > 700 and len(joined & told) > 70


def test_rules_programs_dates_and_names_all_join_facts():
    joined = pairs_joined(READING)
    for pair in (
        {"last_entry_date", "two_year_proof"},  # a flag
        {"present_2012_06_15", "no_such"} - {"no_such"} | {"education"},  # a program
        {"long_trip_return_date", "daca_expiry_date"},  # two dates
        {"immigration_status", "daca_history"},  # a value that is named in another question
        {"removal_order_date", "case_stage"},  # what opens a question
    ):
        assert frozenset(pair) in joined, pair


def test_a_pair_with_neither_is_a_warning_of_the_check():
    """Taking an oddity and the reasons of its facts away leaves pairs that check asks for."""
    document = READING.documents["oddities"]
    kept = [one for one in document.data["oddities"] if one["id"] != "held_outside"]
    changed = with_changed_file_reading({**document.data, "oddities": kept})
    [finding] = pair_checks(changed)
    assert finding.severity == "warning" and finding.check == "pair"
    assert finding.rule == "in_us_now" and "it bears on detained," in finding.problem


def with_changed_file_reading(data):
    """The reading of the questions with another file of oddities."""
    model = type(READING.models["oddities"]).model_validate(data)
    models = {**READING.models, "oddities": model}
    oddities = {one.id: one for one in model.oddities}
    content = CONTENT.__class__(
        **{
            **vars(CONTENT),
            "oddities": tuple(one for one in CONTENT.oddities if one.id in oddities),
        }
    )
    return READING.__class__(READING.documents, models, [], content)


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ({"facts": ["detaned"], "beside": ["state"], "why": "x"},
         'there is no question "detaned". Did you mean "detained"?'),
        ({"facts": ["state"], "beside": ["detaned"], "why": "x"},
         'there is no question "detaned". Did you mean "detained"?'),
    ],
)  # fmt: skip
def test_a_reason_speaks_of_questions_that_there_are(tmp_path, entry, problem):
    document = READING.documents["oddities"]
    changed = {**document.data, "no_oddity": [*document.data["no_oddity"], entry]}
    assert with_changed_file(READING, "oddities", changed) is None


# ---------------------------------------------------------------- every oddity


@pytest.mark.parametrize("oddity", CONTENT.oddities, ids=lambda oddity: oddity.id)
def test_a_worked_case_is_asked_back_and_another_one_beside_it_is_not(oddity):
    named = [case for case in CASES if case.name.lower().startswith(in_words(oddity.id))]
    asked = [oddity.id in case.expect["odd"] for case in named]
    assert True in asked and False in asked


def in_words(name):
    return f"{name.replace('_', ' ')}: "


def test_a_small_mistake_in_an_oddity_is_noticed_by_a_worked_case(screening, reader):
    compiler, lay_out = screening.path.compiler, screening.path.lay_out
    people = [
        (case.expect["odd"], lay_out(reader.read_all(case.answers)[0], case.as_of).row)
        for case in CASES
    ]
    survived = []
    for _, mutant in Breeder(CONTENT).mutants("oddities", READING.documents["oddities"]):
        [changed] = [one for one in mutant.data["oddities"] if one["id"] == mutant.rule]
        judge = compiler.condition(parse_condition(changed["condition"])).judge
        if all((judge(row) is YES) is (mutant.rule in odd) for odd, row in people):
            survived.append(str(mutant))
    assert survived == []


@pytest.mark.parametrize("oddity", CONTENT.oddities, ids=lambda oddity: oddity.id)
def test_an_oddity_is_about_the_answer_that_is_given_last(oddity):
    assert oddity.about == max({oddity.about, *facts(oddity.condition)}, key=ORDER.__getitem__)


@pytest.mark.parametrize("oddity", CONTENT.oddities, ids=lambda oddity: oddity.id)
def test_a_text_has_every_day_that_does_not_fit_and_is_short(oddity):
    compared = {
        fact
        for part in c.comparisons(oddity.condition)
        if isinstance(part, c.Compare)
        for fact in c.comparison_facts(part)
    }
    for english in oddity.text.both():
        assert set(re.findall(r"\{(\w+)\}", english)) == compared
        assert len(re.findall(r"[.?]", english)) <= 4


TONGUES = {
    language: Tongue(language, "self", translations(TRANSLATIONS, language))
    for language in COMPLETE
}


@pytest.mark.parametrize("language", COMPLETE)
@pytest.mark.parametrize("oddity", CONTENT.oddities, ids=lambda oddity: oddity.id)
def test_a_text_says_the_days_as_they_were_given_in_the_reader_s_language(
    screening, reader, oddity, language
):
    oddities = Oddities(screening)
    phrasing = Phrasing(CONTENT, TONGUES[language])
    asked = next(case for case in CASES if oddity.id in case.expect["odd"])
    answers = reader.read_all(asked.answers)[0]
    dates = oddities.dates(oddity, screening.screen(answers, TODAY).answers)
    words = {fact: phrasing.date(date) for fact, date in dates.items()}
    said = phrasing.say(oddity.text).format(**words)
    assert "{" not in said
    for fact in re.findall(r"\{(\w+)\}", oddity.text.to_self):
        assert words[fact] in said
