"""Checks that no text of a letter has a word for what is kept out of it."""

from collections.abc import Iterator

from interview.authoring.texts import Finding, at, says
from interview.content import Letter, Text
from interview.loading import QuestionsFolder, rule_id, walk


def letter_words(reading: QuestionsFolder) -> Iterator[Finding]:
    """Yield each text of a letter that has such a word; people read those of other texts."""
    letter = reading.models["papers/letter"]
    assert isinstance(letter, Letter)
    for name, model in reading.models.items():
        document = reading.documents[name]
        for place, value in walk(model):
            if not (isinstance(value, Text) and value.is_legal):
                continue
            for word in letter.kept_out.words:
                if says(value.to_self, word):
                    yield at(
                        document, place, rule_id(document.data, place), "banned_word",
                        f'a letter does not say "{word}"',
                        "Say nothing of it: only a lawyer decides what the government is told.",
                    )  # fmt: skip
