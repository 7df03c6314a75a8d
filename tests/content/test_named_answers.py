"""A text that names an answer to choose names it as it stands on the page."""

import re

import pytest
from spoken import COMPLETE

from interview.content import Text
from interview.languages import Tongue, translations
from interview.loading import walk
from interview.loading.folders import TRANSLATIONS

QUOTED = {"en": re.compile("“([^”]+)”"), "es": re.compile("«([^»]+)»")}
UNSURE = re.compile(r"\b(sure|know|sé)\b")


def unsure_labels(content, question):
    """What stands beside the last answer of a question, wherever it is asked."""
    words, labels = content.pages.question, content.wording.labels
    return {
        "date": [words.year_unknown],
        "choices": [words.some_unsure],
        "yes_no": [labels.unsure, words.unsure_beside],
    }.get(question.type, [labels.unsure])


@pytest.mark.parametrize("language", COMPLETE)
def test_a_text_names_the_answer_of_not_sure_as_the_page_does(content, language):
    named = 0
    for voice in ("self", "client"):
        tongue = Tongue(language, voice, translations(TRANSLATIONS, language))
        for question in content.questions:
            labels = [tongue.say(label) for label in unsure_labels(content, question)]
            for _, text in walk(question):
                said = tongue.say(text) if isinstance(text, Text) else ""
                for quoted in QUOTED[language].findall(said):
                    if UNSURE.search(quoted):
                        named += 1
                        assert all(quoted.lower() in label.lower() for label in labels), said
    assert named > len(content.questions)
