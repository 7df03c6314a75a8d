"""What the file of the review at an event desk may say."""

from typing import Annotated

from pydantic import Field

from interview.content.model import AnyText, Model, Signable


class ReviewTitles(Model):
    """The titles of the parts of a review, in its order."""

    urgent: AnyText
    not_sure: AnyText
    dated: AnyText
    other_flags: AnyText
    programs: AnyText
    priorities: AnyText
    factors: AnyText
    options: AnyText
    answers: AnyText


class ChangeNames(Model):
    """What can change in a result, each in a few words; and the heads of the columns."""

    title: AnyText
    what: AnyText
    before: AnyText
    after: AnyText
    nothing: AnyText
    lane: AnyText
    raised: AnyText
    not_raised: AnyText
    level: AnyText
    missing: AnyText
    not_missing: AnyText
    not_asked: AnyText
    not_there: AnyText


class OwnPageWords(Model):
    """What a person reads before the review; what a helper reads of how far somebody is."""

    title: AnyText
    wait: AnyText
    do_now: AnyText
    progress: AnyText
    done: AnyText


class DeskReview(Signable):
    """The words of the review, and the flags for which only some reviewers may sign.

    `court`: a result with one of these flags, or of which one is not known, is a court case.
    `who_answers`: the question that tells whether the person answered alone.
    """

    court: Annotated[tuple[str, ...], Field(min_length=1)]
    who_answers: str
    alone: AnyText
    with_helper: AnyText
    titles: ReviewTitles
    change: AnyText
    no_urgent: AnyText
    no_others: AnyText
    sure: AnyText
    no_dates: AnyText
    could_change: AnyText
    could_change_more: AnyText
    lane: AnyText
    may_matter: AnyText
    no_more_of_these: AnyText
    behind: AnyText
    matches: AnyText
    more_rules: AnyText
    skipped: AnyText
    changes: ChangeNames
    own_page: OwnPageWords
