"""What the files of the event desk may say: one file a part of the desk."""

from interview.content.desk.printed import DeskPapers
from interview.content.desk.review import DeskReview
from interview.content.desk.role_sheets import RoleSheet, RoleSheets
from interview.content.desk.sign_off import SignOffChoice, SignOffWords
from interview.content.model import Model

__all__ = [
    "Desk",
    "DeskPapers",
    "DeskReview",
    "RoleSheet",
    "RoleSheets",
    "SignOffChoice",
    "SignOffWords",
]


class Desk(Model):
    """The words and the rules of the event desk."""

    review: DeskReview
    sign_off: SignOffWords
    role_sheets: RoleSheets
    printed: DeskPapers
