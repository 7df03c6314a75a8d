"""What the content files may say: frozen, spelled-out models that refuse every unknown key."""

from dataclasses import dataclass

from interview.content.break_outs import (
    BreakOut,
    BreakOuts,
    BreakOutWords,
    Deed,
    LaneSoFar,
    SoFarWords,
)
from interview.content.circuits import Circuit, Circuits, Decision
from interview.content.contacts import (
    Contact,
    Contacts,
    ContactWords,
    Operator,
    OwnText,
    Phone,
    Purpose,
)
from interview.content.deadlines import Deadline, Deadlines
from interview.content.desk import (
    Desk,
    DeskPapers,
    DeskReview,
    DoorQuestion,
    LifeState,
    Move,
    Moves,
    Opens,
    PlanWords,
    QueueRule,
    ResultsShown,
    Right,
    Rights,
    Role,
    RoleSheet,
    RoleSheets,
    Seating,
    SignOffChoice,
    SignOffWords,
    TallyWords,
    TicketWords,
    Tries,
    VisitState,
)
from interview.content.discretion import (
    AdverseFactor,
    Advocates,
    Decisions,
    Detention,
    Escalation,
    Evidence,
    Factors,
    GoodFactor,
    Memo,
    MemoEvent,
    Memos,
    Option,
    Options,
    Point,
    Relief,
    Reliefs,
    Request,
    RequestStep,
)
from interview.content.folders import PACKAGE, ROOT
from interview.content.kinds import FOLDERS, SINGLE_FILES
from interview.content.languages import (
    SOURCE_LANGUAGE,
    Direction,
    Language,
    Languages,
    WrittenDates,
)
from interview.content.law import (
    Event,
    Glossary,
    Law,
    SourceDocument,
    Sources,
    Timeline,
    Word,
)
from interview.content.letter_voice import AskInLetter, FactorInLetter, Office
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
from interview.content.model import (
    Citation,
    Conditioned,
    Model,
    Signable,
    Signature,
    Sourced,
    Text,
    Voice,
    spellings,
)
from interview.content.outcomes import (
    LANES,
    LEVELS,
    RESULTS,
    URGENCIES,
    Bond,
    Lane,
    Level,
    LevelFound,
    MemoStatus,
    ProgramResult,
    Status,
    Urgency,
)
from interview.content.pages import Pages, Trouble
from interview.content.papers import (
    BlankInterview,
    Checklist,
    Chronology,
    Letter,
    Papers,
    PaperWords,
    SlipWords,
)
from interview.content.questions import (
    Interview,
    NoOddity,
    Oddity,
    OddityList,
    Part,
    Question,
    States,
    Value,
)
from interview.content.rules import (
    Criteria,
    Criterion,
    FirstStep,
    Flag,
    Flags,
    FlagWording,
    Ground,
    NamedConditions,
    Note,
    Notes,
    Priorities,
    Program,
    TextFor,
    TextForSome,
)
from interview.content.schemas import DIALECT, Schema, file_schema
from interview.content.sheet import Presence, PresenceSpan, SheetRules
from interview.content.wording import LaneText, UrgentDoor, Wording

__all__ = [
    "DIALECT",
    "FOLDERS",
    "LANES",
    "LEVELS",
    "PACKAGE",
    "RESULTS",
    "ROOT",
    "SINGLE_FILES",
    "SOURCE_LANGUAGE",
    "URGENCIES",
    "AdverseFactor",
    "Advocates",
    "AskInLetter",
    "BannedWord",
    "BannedWords",
    "BlankInterview",
    "Bond",
    "BreakOut",
    "BreakOutWords",
    "BreakOuts",
    "Checklist",
    "Chronology",
    "Circuit",
    "Circuits",
    "Citation",
    "ConditionWords",
    "Conditioned",
    "Contact",
    "ContactWords",
    "Contacts",
    "Content",
    "Criteria",
    "Criterion",
    "Deadline",
    "Deadlines",
    "Decision",
    "Decisions",
    "Deed",
    "Desk",
    "DeskPapers",
    "DeskReview",
    "Detention",
    "Direction",
    "DoorQuestion",
    "Escalation",
    "Event",
    "Evidence",
    "FactorInLetter",
    "Factors",
    "FirstStep",
    "Flag",
    "FlagWording",
    "Flags",
    "Glossary",
    "GoodFactor",
    "Ground",
    "GuardWaiver",
    "GuardWords",
    "Idiom",
    "Interview",
    "Lane",
    "LaneSoFar",
    "LaneText",
    "Language",
    "Languages",
    "Law",
    "Letter",
    "Level",
    "LevelFound",
    "LifeState",
    "Memo",
    "MemoEvent",
    "MemoStatus",
    "Memos",
    "Model",
    "Move",
    "Moves",
    "NamedConditions",
    "NoOddity",
    "Note",
    "Notes",
    "Oddity",
    "OddityList",
    "Office",
    "Opens",
    "Operator",
    "Option",
    "Options",
    "OwnText",
    "Pages",
    "PaperWords",
    "Papers",
    "Part",
    "Phone",
    "PlanWords",
    "Point",
    "Presence",
    "PresenceSpan",
    "Priorities",
    "Program",
    "ProgramResult",
    "Purpose",
    "Question",
    "QueueRule",
    "Relief",
    "Reliefs",
    "Request",
    "RequestStep",
    "ResultsShown",
    "ReviewWords",
    "Right",
    "Rights",
    "Role",
    "RoleSheet",
    "RoleSheets",
    "Schema",
    "Seating",
    "SheetRules",
    "Sign",
    "SignOffChoice",
    "SignOffWords",
    "Signable",
    "Signature",
    "SlipWords",
    "SoFarWords",
    "SourceDocument",
    "Sourced",
    "Sources",
    "States",
    "Status",
    "TallyWords",
    "Term",
    "Terms",
    "Text",
    "TextFor",
    "TextForSome",
    "TicketWords",
    "Timeline",
    "Tries",
    "Trouble",
    "Urgency",
    "UrgentDoor",
    "Value",
    "VisitState",
    "Voice",
    "Waivers",
    "Word",
    "Wording",
    "WrittenDates",
    "file_schema",
    "spellings",
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
    flag_words: tuple[FlagWording, ...]
    break_outs: BreakOuts
    deadlines: tuple[Deadline, ...]
    circuits: Circuits
    sheet: SheetRules
    notes: tuple[Note, ...]
    factors: Factors
    options: Options
    reliefs: tuple[Relief, ...]
    memos: tuple[Memo, ...]
    detention: Detention
    request: Request
    decisions: Decisions
    escalation: Escalation
    advocates: Advocates
    law: Law
    glossary: dict[str, Word]
    sources: dict[str, SourceDocument]
    urgent_door: UrgentDoor
    wording: Wording
    condition_words: ConditionWords
    review_words: ReviewWords
    contact_words: ContactWords
    pages: Pages
    papers: Papers
    desk: Desk

    @property
    def questions(self) -> tuple[Question, ...]:
        """Return every question in the order of asking."""
        return tuple(
            question for part in self.interview.parts for question in self.parts[part].questions
        )
