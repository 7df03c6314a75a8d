"""What the file of the chronology for a lawyer may say."""

from interview.content.model import AnyText, Signable


class Chronology(Signable):
    """The words of the chronology for a lawyer."""

    title: AnyText
