"""What the file of the slip that carries a visit may say."""

from interview.content.model import AnyText, Signable


class SlipWords(Signable):
    """The words of the slip: `found` says what it means where somebody else finds it.

    `for_lawyer` and `event` are said of a slip that an event's key opens; `file` stands in a text
    file before the code.
    """

    title: AnyText
    what: AnyText
    how: AnyText
    found: AnyText
    picture: AnyText
    code: AnyText
    words: AnyText
    cut: AnyText
    no_copy: AnyText
    for_lawyer: AnyText
    event: AnyText
    file: AnyText
