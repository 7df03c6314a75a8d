"""What the file of the blank interview on paper may say."""

from interview.content.model import AnyText, Signable


class BlankInterview(Signable):
    """The words of the blank interview on paper."""

    title: AnyText
