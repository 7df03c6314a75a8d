"""Summaries of somebody who answers no to everything, but for what a test says."""

import datetime

import pytest
from people import QUIET

from interview.languages.language import Tongue

TODAY = datetime.date(2026, 11, 29)


@pytest.fixture
def result(screening, reader):
    """The result of the quiet person, with some answers: result(detained="yes")."""

    def result(as_of=TODAY, **written):
        answers, refused = reader.read_all({**QUIET, **written})
        assert refused == []
        return screening.screen(answers, as_of)

    return result


@pytest.fixture
def build(result, summarizer):
    """The summary of the quiet person, with some answers, in English."""

    def build(voice="self", as_of=TODAY, **written):
        return summarizer.build(result(as_of, **written), Tongue("en", voice, {}))

    return build
