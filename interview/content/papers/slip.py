"""What the file of the slip that carries a visit may say."""

from interview.content.model import AnyText, Signable


class SlipPages(Signable):
    """The words of the pages where a slip is made, and opened again."""

    link: AnyText
    open_link: AnyText
    take_it: AnyText
    print_it: AnyText
    go_on: AnyText
    hand_over: AnyText
    title: AnyText
    intro: AnyText
    code: AnyText
    words: AnyText
    file: AnyText
    camera: AnyText
    no_camera: AnyText
    open: AnyText
    open_for_lawyer: AnyText
    wrong_words: AnyText
    no_slip: AnyText
    other_edition: AnyText
    other_event: AnyText
    busy: AnyText
    no_such_year: AnyText


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
    pages: SlipPages
