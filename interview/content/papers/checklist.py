"""What the file of the evidence checklist may say."""

from interview.content.model import AnyText, Signable


class Checklist(Signable):
    """The words of the evidence checklist."""

    title: AnyText
