"""What the file of the words that all papers share may say."""

from interview.content.model import AnyText, Signable


class PaperWords(Signable):
    """The words that every paper has, and those of the page that offers them.

    `foot` stands at the foot of each page; `nothing` is said where a paper would be empty.
    """

    foot: AnyText
    nothing: AnyText
    link: AnyText
    title: AnyText
    intro: AnyText
    checklist: AnyText
    checklist_what: AnyText
    chronology: AnyText
    chronology_what: AnyText
    letter: AnyText
    letter_what: AnyText
    letter_ask: AnyText
    slip_what: AnyText
    save: AnyText
    no_press: AnyText
    blank: AnyText
    blank_questions: AnyText
    blank_papers: AnyText
