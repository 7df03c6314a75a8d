"""What a page says of a post before it: that it did not arrive, or was of another visit."""

from flask import Response

from interview.content import Text
from interview.web.site import current_site
from interview.web.visit import clear_note, current_visits, requested

LATE, OTHER_VISIT, NO_SUCH_YEAR, NO_PAPER, BUSY = "lat", "409", "syr", "npa", "sbu"


def notice() -> Text | None:
    """Return what is to be said, or None."""
    words, found = current_site().content.pages.notices, requested()
    if found.note == LATE:
        return words.late
    if found.note == OTHER_VISIT:
        return words.other_visit
    if found.note == NO_SUCH_YEAR:
        return current_site().content.papers.slip.pages.no_such_year
    if found.note == BUSY:
        return current_site().content.papers.slip.pages.busy
    if found.note == NO_PAPER:
        return current_site().content.papers.common.nothing
    is_behind = found.visit is not None and current_visits().is_behind(found.visit)
    return words.behind if is_behind else None


def with_notice(page: Response) -> Response:
    """What was said once is not said again."""
    return clear_note(page) if requested().note else page
