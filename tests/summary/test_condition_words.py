"""Conditions as sentences, in both languages."""

from dataclasses import fields

import pytest
from spoken import COMPLETE

from interview.content import Content
from interview.languages import Tongue, translations
from interview.loading.content_files import walk
from interview.loading.folders import TRANSLATIONS
from interview.rules.conditions import Condition
from interview.rules.parsing import parse_condition
from interview.summary.condition_words import ConditionSayer, ConditionText

ENGLISH = Tongue("en", "client", {})


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("detained is yes", "Held by immigration now: “Yes”"),
        ("detained is not yes", "Held by immigration now: not “Yes”"),
        ("state is one of TX, MP", "State or territory: “Texas” or “Northern Mariana Islands”"),
        ("case_stage is not known", "Immigration case so far: the answer is not known"),
        ("caregiving has any", "Main caregiver: at least one of the list"),
        ({"none": ["caregiving has any"]}, "Main caregiver: nothing of the list"),
        (
            "first_arrival_date is before birthday 16",
            "the date in “First came to live here” is before the day of turning 16",
        ),
        (
            "2 years after last_entry_date is after as_of",
            "the date in “Last came in”, plus 2 years is after the day of the screening",
        ),
        (
            "last_entry_date is on or after 2014-01-01",
            "the date in “Last came in” is on or after January 1, 2014",
        ),
        (
            "150 days before daca_expiry_date is after as_of",
            "150 days before the date in “Last day of DACA” is after the day of the screening",
        ),
        ("program daca is matches", "DACA: the answers match"),
        (
            "flag detained is raised",
            "This reason to see a lawyer is given: Held by immigration now",
        ),
        (
            "flag detained is not raised",
            "This reason to see a lawyer is not given: Held by immigration now",
        ),
        (
            {"all": ["detained is yes", {"any": ["in_us_now is no", "detained is no"]}]},
            "All of these: [Held by immigration now: “Yes”; At least one of these: "
            "[In the United States now: “No”; Held by immigration now: “No”]]",
        ),
    ],
)
def test_a_condition_is_a_sentence_with_the_questions_own_labels(
    written: object, said: str, content: Content
) -> None:
    assert ConditionSayer(content, ENGLISH).say(parse_condition(written)).in_one_line() == said


def test_a_list_of_conditions_stands_under_its_heading(content: Content) -> None:
    words = ConditionText(
        "All of these:", (ConditionText("One"), ConditionText("Any:", (ConditionText("Two"),)))
    )
    assert list(words.lines()) == ["All of these:", "  One", "  Any:", "    Two"]


@pytest.mark.parametrize("language", COMPLETE)
def test_every_condition_of_the_content_can_be_said(language: str, content: Content) -> None:
    sayer = ConditionSayer(
        content, Tongue(language, "client", translations(TRANSLATIONS, language))
    )
    conditions = [
        value
        for field in fields(content)
        for _, value in walk(getattr(content, field.name))
        if isinstance(value, Condition)
    ]
    assert len(conditions) > 150
    assert all(sayer.say(condition).text for condition in conditions)
