"""Which kind of content each file of a questions folder holds."""

from interview.content.break_outs import BreakOuts
from interview.content.circuits import Circuits
from interview.content.contacts import ContactWords
from interview.content.deadlines import Deadlines
from interview.content.desk import (
    DeskPapers,
    DeskReview,
    DeskScreens,
    Moves,
    PlanWords,
    QueueRule,
    Rights,
    RoleSheets,
    SignOffWords,
    TicketWords,
)
from interview.content.discretion import (
    Advocates,
    Decisions,
    Detention,
    Escalation,
    Factors,
    Memos,
    Options,
    Reliefs,
    Request,
)
from interview.content.law import Glossary, Law, Sources
from interview.content.lists import (
    BannedWords,
    ConditionWords,
    GuardWords,
    ReviewWords,
    Terms,
    Waivers,
)
from interview.content.model import Model
from interview.content.pages import Pages
from interview.content.papers import (
    BlankInterview,
    Checklist,
    Chronology,
    Letter,
    OutcomeWords,
    PaperWords,
    PeopleWords,
    SheetWords,
    SignUpSheet,
    SlipWords,
)
from interview.content.questions import Interview, OddityList, Part, States
from interview.content.rules import Criteria, Flags, NamedConditions, Notes, Priorities, Program
from interview.content.sheet import SheetRules
from interview.content.wording import UrgentDoor, Wording

SINGLE_FILES: dict[str, type[Model]] = {
    "interview": Interview,
    "states": States,
    "oddities": OddityList,
    "conditions": NamedConditions,
    "criteria": Criteria,
    "priorities": Priorities,
    "flags": Flags,
    "break_outs": BreakOuts,
    "deadlines": Deadlines,
    "circuits": Circuits,
    "sheet": SheetRules,
    "law": Law,
    "glossary": Glossary,
    "sources": Sources,
    "urgent_door": UrgentDoor,
    "wording": Wording,
    "pages": Pages,
    "condition_words": ConditionWords,
    "review_words": ReviewWords,
    "contact_words": ContactWords,
    "banned_words": BannedWords,
    "readability_waivers": Waivers,
    "spanish_terms": Terms,
    "papers/common": PaperWords,
    "papers/slip": SlipWords,
    "papers/blank": BlankInterview,
    "papers/checklist": Checklist,
    "papers/chronology": Chronology,
    "papers/letter": Letter,
    "papers/sign_up": SignUpSheet,
    "papers/outcomes": OutcomeWords,
    "papers/people": PeopleWords,
    "papers/sheet_words": SheetWords,
    "desk/review": DeskReview,
    "desk/sign_off": SignOffWords,
    "desk/role_sheets": RoleSheets,
    "desk/printed": DeskPapers,
    "desk/screens": DeskScreens,
    "desk/rights": Rights,
    "desk/moves": Moves,
    "desk/queue": QueueRule,
    "desk/plan": PlanWords,
    "desk/tickets": TicketWords,
    "discretion/notes": Notes,
    "discretion/factors": Factors,
    "discretion/options": Options,
    "discretion/relief": Reliefs,
    "discretion/memos": Memos,
    "discretion/detention": Detention,
    "discretion/request": Request,
    "discretion/decisions": Decisions,
    "discretion/escalation": Escalation,
    "discretion/advocates": Advocates,
}
FOLDERS: dict[str, type[Model]] = {"parts": Part, "programs": Program, "guard": GuardWords}
