"""What a person or a file says, turned into answers: checked against each question's values.

An answer is a value, a set of values, an interval of days, or None where it is not known.
"""

import datetime
from collections.abc import Mapping
from typing import Any

from interview.content import Content, Question
from interview.rules import UNSURE, Answer, Memory, dates, did_you_mean, remember

_TRUE_FALSE = {"true": "yes", "false": "no"}
_NOT_KNOWN = {"", UNSURE}

Answers = dict[str, Answer]
_NONE_SEEN: dict[Any, Answer] = {}
# So many mistakes of one person are told at once; whoever has more mends these first.
MOST_REFUSED = 20
_LONGEST_SHOWN = 60


class AnswerError(ValueError):
    """An answer that a question does not take; the message says what it takes."""


def read_day(written: object) -> datetime.date:
    """Read the local day to screen for, such as 2015-06-15; raise AnswerError."""
    try:
        return dates.parse_day(written)
    except dates.NoSuchDate as error:
        raise AnswerError(str(error)) from None


class AnswerReader:
    """Reads the answers to one content's questions; each spelling is checked only once."""

    def __init__(self, content: Content) -> None:
        self.questions = {question.id: question for question in content.questions}
        self._values = {fact: frozenset(q.value_ids) for fact, q in self.questions.items()}
        self._seen: dict[str, dict[Any, Answer]] = {fact: {} for fact in self.questions}

    def read(self, fact: str, written: Any) -> Answer:
        """Read what is written for a fact; raise AnswerError for what it cannot be."""
        seen = self._seen.get(fact)
        if seen is None:
            raise AnswerError(self.unknown_fact(fact))
        key = tuple(written) if isinstance(written, list) else written
        try:
            return seen[key]
        except (KeyError, TypeError):
            answer = self._read_new(self.questions[fact], written)
        # True equals 1 as a key, and only texts are worth remembering.
        if (
            written is None
            or isinstance(written, str)
            or (isinstance(written, list) and all(isinstance(item, str) for item in written))
        ) and (Memory.keeps_dates or self.questions[fact].type != "date"):
            remember(seen, key, answer)
        return answer

    def read_all(self, written: Mapping[str, Any]) -> tuple[Answers, list[tuple[str, str]]]:
        """Read a person's answers; return them with (fact, what is wrong) for each refused one."""
        answers: Answers = {}
        refused: list[tuple[str, str]] = []
        seen = self._seen
        for fact, value in written.items():
            if len(refused) == MOST_REFUSED:
                refused.append(("and", "there may be more. Mend these first"))
                break
            # Nearly every spelling was read before: look it up before reading it properly.
            known = seen.get(fact, _NONE_SEEN)
            key = tuple(value) if value.__class__ is list else value
            try:
                answers[fact] = known[key]
            except (KeyError, TypeError):
                try:
                    answers[fact] = self.read(fact, value)
                except AnswerError as error:
                    refused.append((fact, str(error)))
        return answers, refused

    def reached(self, written: Mapping[str, Any]) -> frozenset[str]:
        """Return the facts that somebody came to: what is blank or absent, nobody did."""
        return frozenset(fact for fact, value in written.items() if not _is_blank(value))

    def write(self, fact: str, answer: Answer) -> str:
        """Write an answer as a cell of a spreadsheet has it; `read` gives it back."""
        question = self.questions[fact]
        if answer is None:
            # Where not sure is no answer, what is not known is left open.
            return UNSURE if question.unsure else ""
        if isinstance(answer, dates.Interval):
            return dates.as_written(answer)
        if isinstance(answer, frozenset):
            chosen = [value for value in (*question.value_ids, UNSURE) if value in answer]
            return ";".join(chosen) or "none"
        return answer

    def unknown_fact(self, fact: str) -> str:
        """Say that there is no such question, and which one may be meant."""
        fact = shortened(fact)
        some = ", ".join(list(self.questions)[:3])
        near = did_you_mean(
            fact.strip().lower(),
            self.questions,
            f"Allowed: {some}, and all that `interview map` lists",
        )
        return f'there is no question "{fact}". {near}'

    def _read_new(self, question: Question, written: Any) -> Answer:
        if question.type == "choices":
            return self._read_choices(question, written)
        text = _as_text(written)
        if text is None:
            raise AnswerError(f"write one value, not {_named(written)}. {self.allowed(question)}")
        if text in _NOT_KNOWN:
            if text == UNSURE and not question.unsure:
                raise AnswerError(f'"unsure" is no answer here. {self.allowed(question)}')
            return None
        if question.type == "date":
            return _read_date(text)
        if question.type == "yes_no":
            text = _TRUE_FALSE.get(text, text)
        if question.type == "state":
            text = text.upper()
        if text not in self._values[question.id]:
            raise AnswerError(f'"{shortened(written)}" is no answer here. {self.allowed(question)}')
        return text

    def _read_choices(self, question: Question, written: Any) -> Answer:
        if written is None:
            return None
        items = written.split(";") if isinstance(written, str) else written
        if not isinstance(items, list):
            raise AnswerError(f"write a list, not {_named(written)}. {self.allowed(question)}")
        texts = [_as_text(item) for item in items]
        if isinstance(written, list):
            # A blank item is an answer that somebody left open; a last ";" in a cell is nothing.
            texts = [UNSURE if text == "" else text for text in texts]
        chosen = {text for text in texts if text}
        known = self._values[question.id] | {UNSURE, "none", ""}
        for item, text in zip(items, texts, strict=True):
            if text not in known:
                raise AnswerError(
                    f'"{shortened(item)}" is no answer here. {self.allowed(question)}'
                )
        if "none" in chosen:
            if len(chosen) > 1:
                together = shortened(", ".join(filter(None, texts)))
                raise AnswerError(f'"none" cannot stand beside another value: {together}')
            return frozenset()
        if not chosen and items:
            return None
        return None if chosen == {UNSURE} else frozenset(chosen)

    def allowed(self, question: Question) -> str:
        """Say in one sentence what a question takes."""
        unsure = ", or unsure" if question.unsure else ""
        if question.type == "state":
            return f"Allowed: a two-letter state or territory of the United States{unsure}"
        if question.type == "date":
            return "Allowed: 2007-06-15, 2007-06 or 2007, or unsure"
        listed = ", ".join(question.value_ids)
        if question.type == "choices":
            return f"Allowed: a list of any of {listed}, unsure; none, or [] in a file, means none"
        return f"Allowed: {listed}{unsure}"


def _is_blank(written: Any) -> bool:
    return written is None or (isinstance(written, str) and not written.strip(" \t;"))


def _as_text(written: Any) -> str | None:
    """Return the text of a single value, lower case and trimmed, or None for a list or mapping."""
    if written is None:
        return ""
    if isinstance(written, (str, bool, int, datetime.date)):
        return str(written).strip().lower()
    return None


def shortened(written: Any) -> str:
    """Return what is written, only as much of it as a message can hold."""
    text = str(written).lower() if isinstance(written, bool) else str(written)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def _named(written: Any) -> str:
    kinds = {list: "a list", dict: "a group of keys", float: "a number with a point"}
    return kinds.get(type(written), "this")


def _read_date(text: str) -> dates.Interval:
    try:
        return dates.parse(text)
    except dates.NoSuchDate as error:
        raise AnswerError(str(error)) from None
