"""The blank interview as a form takes it: parts, questions and words, said in each language."""

from typing import Any

from interview.content import Question, Text
from interview.paper.blank.leads import Leads, leads
from interview.paper.blank.wording import PaperWording
from interview.paper.order import Order
from interview.paper.printing import print_pdf
from interview.paper.runs import Run, runs
from interview.rules import UNSURE

# A text of the paper: its runs in the language of the paper, and in the one beside.
SaidInEach = list[list[Run]]


def blank_interview(order: Order) -> bytes:
    """Return every question on paper, as a PDF file."""
    return print_pdf("blank", blank_data(order))


def blank_data(order: Order) -> dict[str, Any]:
    """Return what the form of the blank interview takes."""
    return _BlankPaper(order).data()


class _BlankPaper:
    def __init__(self, order: Order) -> None:
        self._order, self._content = order, order.content
        self._words, self._pages = order.content.papers.blank, order.content.pages.question
        self._leads: Leads = leads(order.screening.path)
        tongues = [order.tongue, *([order.beside] if order.beside else [])]
        self._said_by = [PaperWording(self._content, one, self._leads.numbers) for one in tongues]
        self._languages = [one.language for one in tongues]

    def _say(self, text: Text) -> SaidInEach:
        return [runs(wording.say(text)) for wording in self._said_by]

    def data(self) -> dict[str, Any]:
        """Everything that stands on the paper, in the order of asking."""
        words, content = self._words, self._content
        return {
            **self._order.frame(self._said_by[0].say(words.title)),
            "languages": self._languages,
            "ticket": self._say(words.ticket),
            "keep": [self._say(words.no_name), self._say(content.wording.keep_like_cash)],
            "how": [self._say(text) for text in (*words.how, self._pages.sensitive)],
            "end": self._say(words.end),
            "words_title": runs(self._said_by[0].say(content.pages.words.title)),
            "words": self._glossary(),
            "parts": [self._part(part) for part in content.interview.parts],
        }

    def _glossary(self) -> dict[str, Any]:
        """The explained words of the questions, in the language of the paper."""
        say = self._said_by[0].say
        used = {word for question in self._content.questions for word in question.words}
        return {
            word.id: {"word": runs(say(word.word)), "meaning": runs(say(word.meaning))}
            for word in self._content.glossary.values()
            if word.id in used
        }

    def _part(self, name: str) -> dict[str, Any]:
        part = self._content.parts[name]
        return {
            "title": self._say(part.title),
            "intro": self._say(part.intro) if part.intro else None,
            "questions": [self._question(question) for question in part.questions],
        }

    # ------------------------------------------------------------ one question

    def _question(self, question: Question) -> dict[str, Any]:
        line = self._leads.lines.get(question.id)
        return {
            "number": self._leads.numbers[question.id],
            "only_if": [runs(one.line(question, line)) for one in self._said_by] if line else None,
            "ask": self._say(question.ask),
            "hints": self._hints(question),
            "across": question.type == "yes_no",
            "line": question.type == "state",
            "date": self._date(question) if question.type == "date" else None,
            "boxes": self._boxes(question),
            "words": list(question.words),
        }

    def _hints(self, question: Question) -> SaidInEach:
        """What stands under the question, in one paragraph."""
        hints = [
            question.hint,
            self._words.many if question.type == "choices" else None,
            self._words.skip if question.sensitive else None,
        ]
        said = [" ".join(one.say(hint) for hint in hints if hint) for one in self._said_by]
        return [runs(text) for text in said if text]

    def _date(self, question: Question) -> list[dict[str, Any]]:
        """The boxes of a date, each with its label and its number of signs."""
        boxes = [(self._pages.day, 2), (self._pages.month, 2), (self._pages.year, 4)]
        wanted = boxes if question.precision == "day" else boxes[1:]
        return [{"label": self._say(label), "signs": signs} for label, signs in wanted]

    def _boxes(self, question: Question) -> list[dict[str, Any]]:
        """The boxes to mark, each with the number to go on at where that is not the next."""
        listed = question.values_taken if question.type not in ("date", "state") else ()
        boxes = [self._box(question, one.id, self._say(one.label), one.hint) for one in listed]
        if question.type == "choices":
            none = self._say(self._content.wording.labels.none_of_these)
            boxes.append(self._box(question, "", none))
        if question.unsure:
            unsure = [runs(one.label(question, UNSURE)) for one in self._said_by]
            boxes.append(self._box(question, UNSURE, unsure))
        return boxes

    def _box(
        self, question: Question, value: str, label: SaidInEach, hint: Text | None = None
    ) -> dict[str, Any]:
        target = self._leads.arrows[question.id].get(value)
        go_to = [runs(one.go_to(target)) for one in self._said_by] if target else None
        return {"label": label, "hint": self._say(hint) if hint else None, "go_to": go_to}
