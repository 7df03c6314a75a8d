"""What the content files may say: frozen, spelled-out models that refuse every unknown key."""

from dataclasses import dataclass

from interview.content.discretion import (
    AdverseFactor,
    Decisions,
    Detention,
    Escalation,
    Factors,
    GoodFactor,
    Memo,
    MemoEvent,
    Memos,
    Options,
    Request,
)
from interview.content.kinds import FOLDERS, SINGLE_FILES
from interview.content.law import (
    Document,
    Event,
    Glossary,
    Law,
    Sources,
    Status,
    Timeline,
    Word,
)
from interview.content.lists import (
    BannedWord,
    BannedWords,
    ConditionWords,
    GuardWaiver,
    GuardWords,
    Idiom,
    ReviewWords,
    Sign,
    Term,
    Terms,
    Waivers,
)
from interview.content.model import Citation, Conditioned, Model, Sourced, Text, Voice
from interview.content.pages import Pages
from interview.content.questions import Interview, Oddities, Oddity, Part, Question, States
from interview.content.rules import (
    Criteria,
    Criterion,
    Flag,
    Flags,
    Ground,
    NamedConditions,
    Note,
    Notes,
    Priorities,
    Program,
)
from interview.content.words import Lane, UrgentDoor, Wording

__all__ = [
    "FOLDERS",
    "SINGLE_FILES",
    "AdverseFactor",
    "BannedWord",
    "BannedWords",
    "Citation",
    "ConditionWords",
    "Conditioned",
    "Content",
    "Criteria",
    "Criterion",
    "Decisions",
    "Detention",
    "Document",
    "Escalation",
    "Event",
    "Factors",
    "Flag",
    "Flags",
    "Glossary",
    "GoodFactor",
    "Ground",
    "GuardWaiver",
    "GuardWords",
    "Idiom",
    "Interview",
    "Lane",
    "Law",
    "Memo",
    "MemoEvent",
    "Memos",
    "Model",
    "NamedConditions",
    "Note",
    "Notes",
    "Oddities",
    "Oddity",
    "Options",
    "Pages",
    "Part",
    "Priorities",
    "Program",
    "Question",
    "Request",
    "ReviewWords",
    "Sign",
    "Sourced",
    "Sources",
    "States",
    "Status",
    "Term",
    "Terms",
    "Text",
    "Timeline",
    "UrgentDoor",
    "Voice",
    "Waivers",
    "Word",
    "Wording",
]


@dataclass(frozen=True)
class Content:
    """The whole content of a questions folder, checked and with every reference resolved."""

    interview: Interview
    parts: dict[str, Part]
    states: States
    oddities: tuple[Oddity, ...]
    conditions: NamedConditions
    criteria: dict[str, Criterion]
    programs: dict[str, Program]
    priorities: Priorities
    flags: tuple[Flag, ...]
    notes: tuple[Note, ...]
    factors: Factors
    options: Options
    memos: tuple[Memo, ...]
    detention: Detention
    request: Request
    decisions: Decisions
    escalation: Escalation
    law: Law
    glossary: dict[str, Word]
    sources: dict[str, Document]
    urgent_door: UrgentDoor
    wording: Wording
    condition_words: ConditionWords
    review_words: ReviewWords
    pages: Pages

    @property
    def questions(self) -> tuple[Question, ...]:
        """Return every question in the order of asking."""
        return tuple(
            question for part in self.interview.parts for question in self.parts[part].questions
        )
