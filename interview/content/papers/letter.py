"""What the file of the draft of a letter may say."""

from interview.content.model import AnyText, Signable


class Letter(Signable):
    """The words of the draft of a letter."""

    title: AnyText
