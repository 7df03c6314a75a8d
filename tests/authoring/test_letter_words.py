"""A letter has no word for what is kept out of it; texts that people read have them."""

import pytest
from editing import edited

from interview.authoring.check.letter_words import letter_words
from interview.content.folders import ROOT
from interview.loading import read

FACTORS, OPTIONS = "questions/discretion/factors.yaml", "questions/discretion/options.yaml"


def _found(questions):
    return [(f.file, f.rule, f.check, f.problem) for f in letter_words(read(questions))]


def test_no_text_of_a_letter_has_such_a_word():
    assert _found(ROOT / "questions") == []


@pytest.mark.parametrize(
    ("file", "before", "after", "rule", "word"),
    [
        (FACTORS, "text: The requester has ties to the community.",
         "text: The requester arrived in 2001 and has ties.", "community_ties", "arriv*"),
        (FACTORS, "text: a stable home}", "text: 12 years in one home}", "community_ties",
         "years in"),
        (OPTIONS, "ask: The requester asks for a stay of removal.",
         "ask: The requester, never convicted, asks for a stay.", "stay", "convict*"),
        (OPTIONS, "letter: The head of the office that has this matter",
         "letter: The port that has this matter", "matter", "port"),
    ],
)  # fmt: skip
def test_such_a_word_is_found_with_its_place(tmp_path, file, before, after, rule, word):
    copy = edited(tmp_path, file.removeprefix("questions/"), before, after)
    assert _found(copy) == [(file, rule, "banned_word", f'a letter does not say "{word}"')]
