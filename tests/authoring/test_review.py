"""The page that a reviewing lawyer signs."""

import html
import shutil
from pathlib import Path

import pytest

from interview.authoring.review.last_changed import LastChanged
from interview.authoring.review.page import Review
from interview.content import Content
from interview.languages import Tongue, translations
from interview.loading.folders import QUESTIONS, TRANSLATIONS
from interview.loading.loader import read


@pytest.fixture(scope="module")
def review() -> Review:
    spanish = Tongue("es", "client", translations(TRANSLATIONS, "es"))
    return Review(read(QUESTIONS), spanish, "Español", QUESTIONS)


def test_every_question_flag_and_ground_has_a_row(review: Review, content: Content) -> None:
    rows = {entry.id for file in review.files() for entry in file.entries}
    wanted = {item.id for item in (*content.questions, *content.flags, *content.priorities.grounds)}
    assert wanted - rows == set()


def test_a_row_has_both_languages_the_condition_in_words_and_the_source(review: Review) -> None:
    file = next(file for file in review.files() if file.name == "questions/flags.yaml")
    row = next(entry for entry in file.entries if entry.id == "open_charge")
    assert [text.key for text in row.english] == [text.key for text in row.translated]
    assert all(text.words for text in row.translated)
    # Words for some have conditions of their own, after that of the rule.
    assert [(said.language, said.key) for said in row.conditions[:2]] == [
        ("en", "Applies if:"),
        ("es", "Se aplica si:"),
    ]
    assert row.conditions[0].words.text == "Open charge or court case: “Yes”"
    assert row.sources != []


def test_a_row_shows_the_days_of_its_texts_and_what_hangs_on_the_flag(review: Review) -> None:
    file = next(file for file in review.files() if file.name == "questions/flags.yaml")
    row = next(entry for entry in file.entries if entry.id == "recent_entry")
    assert row.settings == [
        "urgency: now",
        "cautious: true",
        "cautious_unless: two_year_proof is yes",
        "timelines: expedited_removal",
    ]
    assert "reason, from 2026-07-17" in [text.key for text in row.english]
    assert any(source.endswith("(from 2026-07-17)") for source in row.sources)


@pytest.mark.parametrize(
    ("file", "entry", "settings"),
    [
        ("flags", "theft_arrest", "from: 2025-01-29"),
        ("deadlines", "renewal_opens", "date: 150 days before daca_expiry_date"),
        ("circuits", "5", "states: LA, MS, TX"),
        ("circuits", "2026-09-10", "bond: yes"),
        ("law", "2026-09-10", "date: 2026-09-10"),
    ],
)
def test_what_is_no_text_stands_on_the_page_too(review, file, entry, settings):
    rows = next(f for f in review.files() if f.name == f"questions/{file}.yaml").entries
    assert settings in [line for row in rows if row.id == entry for line in row.settings]


def test_the_page_is_one_file_with_a_box_to_sign_in_every_row(review: Review) -> None:
    page = review.html()
    rows = sum(len(file.entries) for file in review.files())
    assert page.count('class="box"') == rows
    assert "http" not in page
    assert html.escape("Every question and rule on one page") in page


def test_outside_a_checkout_nothing_is_said_of_changes(tmp_path: Path) -> None:
    shutil.copytree(QUESTIONS, tmp_path / "questions")
    changes = LastChanged(tmp_path / "questions", "not committed")
    assert changes.between("questions/flags.yaml", 1, 20) == ""
