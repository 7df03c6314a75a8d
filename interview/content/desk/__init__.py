"""What the files of the event desk may say: one file a part of the desk."""

from interview.content.desk.moves import LifeState, Move, Moves, VisitState
from interview.content.desk.plan import PlanWords, ResultsShown, Seating
from interview.content.desk.printed import DeskPapers
from interview.content.desk.queue import QueueRule
from interview.content.desk.review import DeskReview
from interview.content.desk.rights import Opens, Right, Rights, Role, Tries
from interview.content.desk.role_sheets import RoleSheet, RoleSheets
from interview.content.desk.screens import DeskScreens
from interview.content.desk.sign_off import SignOffChoice, SignOffWords
from interview.content.desk.tickets import DoorQuestion, TallyWords, TicketWords
from interview.content.model import Model

__all__ = [
    "Desk",
    "DeskPapers",
    "DeskReview",
    "DeskScreens",
    "DoorQuestion",
    "LifeState",
    "Move",
    "Moves",
    "Opens",
    "PlanWords",
    "QueueRule",
    "ResultsShown",
    "Right",
    "Rights",
    "Role",
    "RoleSheet",
    "RoleSheets",
    "Seating",
    "SignOffChoice",
    "SignOffWords",
    "TallyWords",
    "TicketWords",
    "Tries",
    "VisitState",
]


class Desk(Model):
    """The words and the rules of the event desk."""

    review: DeskReview
    sign_off: SignOffWords
    role_sheets: RoleSheets
    printed: DeskPapers
    screens: DeskScreens
    rights: Rights
    moves: Moves
    queue: QueueRule
    plan: PlanWords
    tickets: TicketWords
