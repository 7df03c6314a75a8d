"""What the file of the words that all papers share may say."""

from interview.content.model import AnyText, Signable


class PaperWords(Signable):
    """The words that every paper has: `foot` stands at the foot of each page."""

    foot: AnyText
