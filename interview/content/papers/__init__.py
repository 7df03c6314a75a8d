"""What the files of the papers may say: one file a paper, and the words that all of them share."""

from interview.content.model import Model
from interview.content.papers.blank import BlankInterview
from interview.content.papers.checklist import Checklist
from interview.content.papers.chronology import Chronology
from interview.content.papers.common import PaperWords
from interview.content.papers.letter import Letter
from interview.content.papers.outcomes import OutcomeWords
from interview.content.papers.people import PeopleWords
from interview.content.papers.sheet_words import SheetWords
from interview.content.papers.sign_up import SignUpSheet
from interview.content.papers.slip import SlipWords

__all__ = [
    "BlankInterview",
    "Checklist",
    "Chronology",
    "Letter",
    "OutcomeWords",
    "PaperWords",
    "Papers",
    "PeopleWords",
    "SheetWords",
    "SignUpSheet",
    "SlipWords",
]


class Papers(Model):
    """The words and the rules of every paper."""

    common: PaperWords
    slip: SlipWords
    blank: BlankInterview
    checklist: Checklist
    chronology: Chronology
    letter: Letter
    sign_up: SignUpSheet
    outcomes: OutcomeWords
    people: PeopleWords
    sheet_words: SheetWords
