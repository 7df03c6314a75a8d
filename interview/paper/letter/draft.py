"""What stands in the draft of a letter, block by block, as both presses take it."""

from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any

from interview.content import SOURCE_LANGUAGE, FactorInLetter, Letter, Memo, Office, Option, Text
from interview.languages import Tongue, without_marks
from interview.paper.order import NoPaper, Order
from interview.paper.runs import Run, runs
from interview.screening import Result, letter_asks

Block = dict[str, Any]
# Lines to write on under a heading that has no text.
_FEW_LINES, _MANY_LINES = 3, 7


def draft(order: Order, is_copy: bool = False) -> dict[str, Any]:
    """Return the letter, or the copy of it to read in the order's language; raise NoPaper."""
    option = _asked_for(order)
    tongue = order.tongue if is_copy else Tongue(SOURCE_LANGUAGE, "client", {})
    writer = _Writer(order, order.person(), option, tongue)
    letter = writer.letter
    notices = [letter.draft, *([letter.copy_to_read] if is_copy else [])]
    marked = [Run(t=f"{order.mark} ", strong=True)] if order.mark else []
    said = [run for notice in notices for run in (*writer.say(notice), Run(t=" "))][:-1]
    title = writer.say(letter.title)
    return {
        "title": without_marks(tongue.say(letter.title)),
        "lang": tongue.language,
        "size": order.size,
        "foot": title,
        "draft": [*marked, *said],
        "blocks": writer.blocks(),
    }


def _asked_for(order: Order) -> Option:
    """The one thing that the letter asks for: nobody but a lawyer chooses among several."""
    why = order.content.papers.letter.no_letter
    result = order.person()
    asks = {option.id: option for option in letter_asks(order.content, result)}
    if not result.escalation_shown:
        raise NoPaper(_plain(order, why.not_now))
    if not asks:
        raise NoPaper(_plain(order, why.no_ask))
    if order.ask is not None and order.ask not in asks:
        raise NoPaper(_plain(order, why.not_this, asks))
    if order.ask is None and len(asks) > 1:
        raise NoPaper(_plain(order, why.which, asks))
    return asks[order.ask or next(iter(asks))]


def _plain(order: Order, text: Text, asks: dict[str, Option] | None = None) -> str:
    """A sentence to the person, with the ids to choose from and what each of them is."""
    named = [
        f"{ask} ({order.tongue.say(option.brief)})" if option.brief else ask
        for ask, option in (asks or {}).items()
    ]
    return without_marks(order.tongue.say(text).format(asks=", ".join(named)))


@dataclass(frozen=True)
class _Writer:
    """Writes one letter; of the person it asks for nothing but the factors and their points."""

    order: Order
    result: Result
    option: Option
    tongue: Tongue

    @property
    def letter(self) -> Letter:
        return self.order.content.papers.letter

    def say(self, text: Text, **put_in: str) -> list[Run]:
        said = self.tongue.say(text)
        return runs(said.format(**put_in) if put_in else said)

    def blocks(self) -> list[Block]:
        letter, gaps = self.letter, self.letter.gaps
        date = self.tongue.date(self.result.as_of)
        return [
            self.heading(1, letter.title),
            *self.gap(gaps.day),
            *self.gap(gaps.office, self.office.letter),
            *self.gap(gaps.address),
            *self.gap(gaps.name),
            *self.gap(gaps.number),
            self.heading(2, letter.ask),
            *self.ask(),
            self.heading(2, letter.reasons),
            *self.reasons(),
            self.heading(2, letter.other_reasons),
            _blank(_FEW_LINES),
            self.heading(2, letter.to_decide),
            _blank(_MANY_LINES),
            self.heading(2, letter.guidance, date=date),
            *self.guidance(),
            *self.exhibits(),
            _paragraph(self.say(letter.closing)),
            *self.gap(gaps.signature),
            *self.gap(gaps.attorney),
        ]

    def heading(self, level: int, text: Text, **put_in: str) -> Block:
        return {"kind": "heading", "level": level, "runs": self.say(text, **put_in)}

    def gap(self, label: Text, filled: Text | None = None) -> list[Block]:
        said = self.say(filled) if filled else []
        return [{"kind": "gap", "label": self.say(label), "runs": said}]

    # ------------------------------------------------------------ what is asked, and of whom

    @property
    def office(self) -> Office:
        offices = {office.id: office for office in self.order.content.options.offices}
        assert self.option.letter is not None
        return offices[self.option.letter.office]

    def ask(self) -> list[Block]:
        assert self.option.letter is not None
        return [
            _paragraph(self.say(self.option.letter.ask)),
            _paragraph(self.say(self.letter.concedes)),
        ]

    # ------------------------------------------------------------ good factors and their exhibits

    def factors(self) -> list[FactorInLetter]:
        """The good factors that a letter may name, in its order."""
        said = {factor.id: factor.letter for factor in self.order.content.factors.positive}
        held = (name for name in self.letter.factors if name in self.result.positive)
        return [found for name in held if (found := said[name]) is not None]

    def reasons(self) -> list[Block]:
        factors = self.factors()
        if not factors:
            return [_blank(_FEW_LINES)]
        found = [_paragraph(self.say(self.letter.reasons_intro))]
        for letter, factor in zip(ascii_uppercase, factors, strict=False):
            exhibit = self.say(self.letter.exhibit, letter=letter)
            named = [*self.say(factor.title), Run(t=" ("), *exhibit, Run(t=")")]
            found += [
                {"kind": "heading", "level": 3, "runs": named},
                _paragraph([*self.say(factor.text), *self.points(factor)]),
            ]
        return found

    def points(self, factor: FactorInLetter) -> list[Run]:
        screening = self.order.screening
        held = [p for p in factor.points if screening.holds(p.applies, self.result)]
        if not held:
            return []
        points = ", ".join(self.tongue.say(point.text) for point in held)
        return [Run(t=" "), *self.say(self.letter.namely, points=points)]

    def exhibits(self) -> list[Block]:
        columns = self.letter.table
        rows = [
            [self.say(self.letter.exhibit, letter=letter), self.say(factor.title), []]
            for letter, factor in zip(ascii_uppercase, self.factors(), strict=False)
        ]
        heads = (columns.exhibit, columns.shows, columns.papers)
        table = self.table(heads, rows, (2, 3, 5))
        return [self.heading(2, self.letter.exhibits), table] if rows else []

    # ------------------------------------------------------------ memos, with their status only

    def memos(self) -> list[Memo]:
        """The memos of every letter, of the office, and of each factor if they fit the person."""
        of_factors = {memo for factor in self.factors() for memo in factor.memos}
        wanted = {
            *self.letter.memos,
            *self.office.memos,
            *of_factors.intersection(self.result.memos),
        }
        return [memo for memo in self.order.content.memos if memo.id in wanted]

    def guidance(self) -> list[Block]:
        """How each memo stands on the day; one that was not there yet is left out."""
        columns, statuses = self.letter.table, self.result.memo_statuses
        rows = []
        for memo in self.memos():
            status = statuses[memo.id]
            if memo.letter is not None and status is not None:
                rows.append([self.say(memo.letter), self.say(self.letter.statuses[status])])
        intro = _paragraph(self.say(self.letter.guidance_intro))
        table = self.table((columns.memo, columns.status), rows, (7, 3))
        return [intro, table] if rows else []

    def table(
        self, heads: tuple[Text, ...], rows: list[list[list[Run]]], parts: tuple[int, ...]
    ) -> Block:
        """A table; `parts`: how wide the columns are, beside each other."""
        said = [self.say(head) for head in heads]
        return {"kind": "table", "heads": said, "rows": rows, "parts": parts}


def _paragraph(said: list[Run]) -> Block:
    return {"kind": "paragraph", "runs": said}


def _blank(lines: int) -> Block:
    return {"kind": "blank", "lines": lines}
