"""What the file of the blank interview on paper may say."""

from interview.content.model import AnyText, Signable


class BlankInterview(Signable):
    """The words of the blank interview on paper.

    `how` says how to fill it in. `only_if` takes what is seen on the paper: `marked`, `not_marked`,
    `not_clear`, `left_out`, or a comparison of dates, in which `today` is the day of the screening.
    """

    title: AnyText
    ticket: AnyText
    no_name: AnyText
    how: tuple[AnyText, ...]
    skip: AnyText
    many: AnyText
    go_to: AnyText
    go_to_end: AnyText
    end: AnyText
    only_if: AnyText
    otherwise: AnyText
    otherwise_to_end: AnyText
    marked: AnyText
    not_marked: AnyText
    quoted: AnyText
    a_date: AnyText
    not_clear: AnyText
    left_out: AnyText
    and_word: AnyText
    today: AnyText
