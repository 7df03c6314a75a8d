"""The public face: a questionnaire that is loaded once, and screens one person after another."""

import datetime
import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import get_args

from interview.content import Voice
from interview.files import ResultWriter
from interview.languages import (
    MissingTranslation,
    Tongue,
    read_languages,
    tongue_of,
)
from interview.loading import QUESTIONS, ContentError, translations_beside
from interview.loading import load as load_content
from interview.result import Result, Summary
from interview.screening import AnswerReader, Screening
from interview.screening import Result as Found
from interview.summary import Summarizer

__all__ = [
    "AnswersError",
    "ContentError",
    "LanguageError",
    "Questionnaire",
    "Result",
    "Summary",
    "load",
]


class AnswersError(ValueError):
    """Answers that no question takes; the message has every problem on a line of its own.

    `problems` has what is wrong by fact, and what to write instead.
    """

    def __init__(self, problems: dict[str, str]) -> None:
        self.problems = problems
        super().__init__("\n".join(f"{fact}: {wrong}" for fact, wrong in problems.items()))


class LanguageError(ValueError):
    """A language that is not there, or that lacks a text; the message says what there is."""


class Questionnaire:
    """The questions, rules and texts of one folder, used for any number of people.

    `load` makes one. It keeps nothing of the people whom it screens.
    """

    def __init__(self, folder: Path) -> None:
        content = load_content(folder)
        screening = Screening(content)
        self._screen = screening.screen
        self._reader = AnswerReader(content)
        self._writer = ResultWriter()
        self._summarizer = Summarizer(screening)
        self._folder = translations_beside(folder)
        self._listed = read_languages(self._folder)
        self._tongues = lru_cache(self._read_tongue)

    @property
    def facts(self) -> tuple[str, ...]:
        """What can be answered: the id of each question, in the order of asking."""
        return tuple(self._reader.questions)

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of the languages that a summary can have."""
        return self._listed.codes

    def screen(
        self, answers: Mapping[str, object], as_of: datetime.date, *, partial: bool = False
    ) -> Result:
        """Conclude what the rules say of one person's answers on one day.

        `answers` is {fact: answer} as in a facts file: "yes", "no" or a value's id; a list of
        ids; a date such as "2007-06-15", "2007-06" or "2007"; "unsure" or None. What is left out
        is not known; with `partial`, what is left out or blank is not reached yet, and the result
        is what can be said so far. `as_of` is a local day; the law of that day counts, and
        nothing else is taken from a clock.
        Raises AnswersError with every fact that is unknown and every answer that is impossible.

        >>> import datetime, interview
        >>> questionnaire = interview.load()
        >>> questionnaire.screen({"detaned": "yes"}, as_of=datetime.date(2015, 6, 15))
        Traceback (most recent call last):
            ...
        interview.questionnaire.AnswersError: detaned: there is no question "detaned". \
Did you mean "detained"?
        """
        if type(as_of) is not datetime.date:
            raise TypeError(f"as_of is a datetime.date, a local day, not {as_of!r}")
        read, refused = self._reader.read_all(answers)
        if refused:
            raise AnswersError(dict(refused))
        found = self._screen(read, as_of, self._reader.reached(answers) if partial else None)
        plain = json.loads(self._writer.line(found))
        return Result(plain, lambda language, voice: self._summary(found, language, voice))

    def _summary(self, found: Found, language: str, voice: Voice) -> Summary:
        tongue = self._tongue(language, voice)
        try:
            return Summary(self._summarizer.build(found, tongue))
        except MissingTranslation as error:
            message = f"there is no {language} text for {error}. Run: interview check"
            raise LanguageError(message) from None

    def _tongue(self, language: str, voice: Voice) -> Tongue:
        if language not in self._listed:
            known = ", ".join(self.languages)
            raise LanguageError(f'there is no language "{language}". Languages: {known}')
        if voice not in get_args(Voice):
            raise ValueError(f'there is no voice "{voice}". Voices: {", ".join(get_args(Voice))}')
        try:
            return self._tongues(language, voice)
        except ContentError as error:
            raise LanguageError(str(error)) from None

    def _read_tongue(self, language: str, voice: Voice) -> Tongue:
        return tongue_of(self._folder, self._listed, language, voice)


def load(folder: str | Path | None = None) -> Questionnaire:
    """Load the product's own questions and rules, or a changed copy in another folder.

    A translation is looked for in `translations/` beside the folder, then in the product's own.
    It takes about a second: load once, and screen many.
    Raises ContentError with everything that is wrong: file, line and remedy.

    >>> import interview
    >>> "es" in interview.load().languages
    True
    """
    return Questionnaire(Path(folder) if folder is not None else QUESTIONS)
