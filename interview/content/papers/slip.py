"""What the file of the slip that carries a visit may say."""

from interview.content.model import AnyText, Signable


class SlipWords(Signable):
    """The words of the slip that carries a visit."""

    title: AnyText
