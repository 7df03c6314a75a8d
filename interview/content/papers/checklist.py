"""What the file of the evidence checklist may say."""

from interview.content.model import AnyText, MaybeCondition, Model, Signable, Sourced


class ChecklistColumns(Model):
    """The heads of the columns of the list."""

    paper: AnyText
    have: AnyText
    ask_for: AnyText
    from_whom: AnyText
    how_long: AnyText


class ChecklistSections(Model):
    """The titles of the parts of the list; `about` is the part of answers on a blank one."""

    deadlines: AnyText
    paths: AnyText
    flags: AnyText
    factors: AnyText
    unknown: AnyText
    about: AnyText


class YearGrid(Model):
    """The grid of years to fill in with a pencil, of as many years where none is known."""

    title: AnyText
    intro: AnyText
    year: AnyText
    place: AnyText
    work: AnyText
    paper: AnyText
    years_if_blank: int


class KindOfPaper(Sourced):
    """Papers that come from the same hands, and take about as long."""

    id: str
    from_whom: AnyText
    how_long: AnyText


class AnswerOnPaper(Model):
    """A question whose answer papers show, by its id, and of which kind they are.

    It is on a person's list where the answer says something, or is not known, `unless` a condition
    holds. `also_if_no`: where the answer is no, too.
    """

    id: str
    kind: str
    also_if_no: bool = False
    unless: MaybeCondition = None


class Checklist(Signable):
    """The words of the evidence checklist, the kinds of papers, and the answers that they show."""

    title: AnyText
    keep: AnyText
    mark: AnyText
    ask_first: AnyText
    guess: AnyText
    columns: ChecklistColumns
    sections: ChecklistSections
    grid: YearGrid
    from_anybody: AnyText
    no_time: AnyText
    nothing: AnyText
    one_language: AnyText
    kinds: tuple[KindOfPaper, ...]
    answers: tuple[AnswerOnPaper, ...]
