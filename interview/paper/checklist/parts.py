"""The parts of the checklist: everything to gather, blank for everybody, or for one person."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from interview.content import Evidence, GoodFactor, Text
from interview.paper.order import NoPaper, Order
from interview.summary import ToGather, to_gather


@dataclass(frozen=True)
class PaperRow:
    """A paper, from whom it comes, and about how long that takes, in words."""

    paper: str
    from_whom: str
    how_long: str


@dataclass(frozen=True)
class PaperGroup:
    """What papers show, by the id of a good factor or of a fact, and the papers, under a name."""

    kind: Literal["factor", "answer"]
    id: str
    name: str
    rows: tuple[PaperRow, ...]


@dataclass(frozen=True)
class ListPart:
    """A part of the list under a title; `lines` stand before its papers."""

    title: str
    lines: tuple[str, ...] = ()
    groups: tuple[PaperGroup, ...] = ()


def own_parts(order: Order) -> tuple[ListPart, ...]:
    """Return what the person of an order should gather; raise NoPaper where that is nothing."""
    gather = to_gather(order.screening, order.person(), order.tongue)
    if not gather.is_any:
        raise NoPaper(order.tongue.say(order.content.papers.checklist.nothing))
    return _Lister(order).of_person(gather)


def blank_parts(order: Order) -> tuple[ListPart, ...]:
    """Return everything that anybody may gather, each once."""
    return _Lister(order).of_everybody()


class _Lister:
    """Says the parts of one list in the language of its order, as of its day."""

    def __init__(self, order: Order) -> None:
        self.order, self.content = order, order.content
        self.words = order.content.papers.checklist
        self.kinds = {kind.id: kind for kind in self.words.kinds}
        self.kind_of = {answer.id: answer.kind for answer in self.words.answers}
        self.questions = {question.id: question for question in self.content.questions}

    def of_person(self, gather: ToGather) -> tuple[ListPart, ...]:
        """The parts of one person, the most urgent first; one with nothing in it is left out."""
        titles = self.words.sections
        days = tuple(f"**{day.title}.** {' '.join(day.paragraphs)}" for day in gather.days)
        promise = (self.say(self.content.pages.lawyer.no_promise),) if gather.programs else ()
        factors = [one for one in self.content.factors.positive if one.id in gather.factors]
        parts = (
            ListPart(self.say(titles.deadlines), days, self._answers(gather.for_days)),
            ListPart(
                self.say(titles.paths),
                (*gather.programs, *promise),
                self._answers(gather.for_programs),
            ),
            ListPart(self.say(titles.flags), (), self._answers(gather.for_flags)),
            ListPart(self.say(titles.factors), (), self._factors(factors)),
            ListPart(self.say(titles.unknown), (), self._answers(gather.unknown)),
        )
        return tuple(part for part in parts if part.lines or part.groups)

    def of_everybody(self) -> tuple[ListPart, ...]:
        """The answers that papers show, in the order of asking, and every good factor."""
        titles = self.words.sections
        answers = [question for question in self.questions if question in self.kind_of]
        day = self.order.as_of
        factors = [one for one in self.content.factors.positive if one.exists_on(day)]
        return (
            ListPart(self.say(titles.about), (), self._answers(answers)),
            ListPart(self.say(titles.factors), (), self._factors(factors)),
        )

    def _answers(self, facts: Iterable[str]) -> tuple[PaperGroup, ...]:
        return tuple(self._answer(fact) for fact in facts)

    def _answer(self, fact: str) -> PaperGroup:
        question = self.questions[fact]
        row = self._row(question.find_out, self.kind_of[fact])
        return PaperGroup("answer", fact, self.say(question.short), (row,))

    def _factors(self, factors: Iterable[GoodFactor]) -> tuple[PaperGroup, ...]:
        return tuple(
            PaperGroup(
                "factor", one.id, self.say(one.name), tuple(map(self._evidence, one.evidence))
            )
            for one in factors
        )

    def _evidence(self, evidence: Evidence) -> PaperRow:
        return self._row(evidence.text, evidence.kind)

    def _row(self, paper: Text, kind_id: str | None) -> PaperRow:
        """A paper of no kind is one that a lawyer or a helper knows of."""
        if kind_id is None:
            words = self.words
            return PaperRow(self.say(paper), self.say(words.from_anybody), self.say(words.no_time))
        kind = self.kinds[kind_id]
        return PaperRow(self.say(paper), self.say(kind.from_whom), self.say(kind.how_long))

    def say(self, text: Text) -> str:
        """Say a text as it stands on the day of the order."""
        said = text.on(self.order.as_of)
        assert said is not None, "content that exists on a day says something on it"
        return self.order.tongue.say(said)
