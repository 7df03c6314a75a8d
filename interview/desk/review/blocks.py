"""The blocks of a review, that a page or a paper shows in the order in which they stand."""

from dataclasses import dataclass
from typing import Literal

from interview.content import Direction, Lane

LineKind = Literal[
    "flag", "doubt", "dated", "program", "criterion", "ground", "factor", "option", "answer"
]
PartId = Literal[
    "urgent",
    "doubts",
    "dated",
    "other_flags",
    "programs",
    "priorities",
    "factors",
    "options",
    "answers",
]


@dataclass(frozen=True)
class Effects:
    """What another answer to one question could change: lanes, flags and programs, by their ids.

    It is what was found by trying answers; of a date, only some days were tried.
    """

    lanes: tuple[Lane, ...] = ()
    flags: tuple[str, ...] = ()
    programs: tuple[str, ...] = ()

    @property
    def is_any(self) -> bool:
        """Say whether anything at all was found."""
        return bool(self.lanes or self.flags or self.programs)


@dataclass(frozen=True)
class ReviewLine:
    """A line of a review: what it says, and the facts whose answers can be changed there.

    `chip`: how urgent a flag is, the day of a date, or how a program or a ground compares. `mark`:
    yes, no or unknown, shown as a sign; words for it are in the content. `because`: the answers
    behind it, one tap away where it `is_brief`. `note`: such as what it could change.
    """

    kind: LineKind
    id: str
    text: str
    facts: tuple[str, ...] = ()
    chip: str = ""
    mark: Literal["", "yes", "no", "unknown"] = ""
    because: tuple[str, ...] = ()
    is_brief: bool = False
    note: str = ""
    source: str = ""
    inner: "tuple[ReviewLine, ...]" = ()
    effects: Effects = Effects()
    is_skipped: bool = False
    data: str = ""


@dataclass(frozen=True)
class ReviewPart:
    """A part under its title: `lines` stand open unless it is folded, `folded` one tap away.

    `nothing` is said where no line stands open; `folded_title` with the number of those heads
    what is folded.
    """

    id: PartId
    title: str
    lines: tuple[ReviewLine, ...] = ()
    nothing: str = ""
    is_folded: bool = False
    folded_title: str = ""
    folded: tuple[ReviewLine, ...] = ()

    def all_lines(self) -> tuple[ReviewLine, ...]:
        """Return every line, the folded ones and those inside others too."""
        own = (*self.lines, *self.folded)
        return (*own, *(inner for line in own for inner in line.inner))


@dataclass(frozen=True)
class ReviewBlocks:
    """What a reviewer reads in one minute: the top line, then the parts in their order.

    `change` is what the button beside a line says; `banner`: that the law was checked long ago.
    """

    language: str
    direction: Direction
    lane: Lane
    chip: str
    answered: str
    made_on: str
    banner: str
    parts: tuple[ReviewPart, ...]
    change: str

    def part(self, id: PartId) -> ReviewPart:
        """Return a part by its id."""
        return next(part for part in self.parts if part.id == id)

    def open_words(self) -> int:
        """Count the words that stand open, without a tap."""
        said = [self.chip, self.answered, self.banner]
        for part in self.parts:
            said.append(part.title)
            if part.is_folded:
                continue
            said += [part.nothing] if not part.lines else []
            said += [part.folded_title] if part.folded else []
            for line in part.lines:
                said += _said(line)
        return sum(len(text.split()) for text in said)


def _said(line: ReviewLine) -> list[str]:
    own = [line.chip, line.text, line.note, line.source]
    own += () if line.is_brief else line.because
    return own + [text for inner in line.inner for text in _said(inner)]
