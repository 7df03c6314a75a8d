"""One person's answers in a browser: sealed, opened, and where they stand on the path."""

from interview.web.visit.cookies import (
    BOTH,
    IN_BOTH,
    LANGUAGE,
    SLIP_KINDS,
    Say,
    carried,
    forget_slip,
    keep_slip,
    kept_slip,
    new_chance,
    overwrite,
    said_in_address,
    set_cookie,
    write_say,
)
from interview.web.visit.position import ASK, CONCLUDE, FIRST_PAGE, RESUME, START, Position
from interview.web.visit.requested import (
    current_language,
    current_locale,
    is_compact,
    open_request,
    requested,
)
from interview.web.visit.required import position_of, required_visit
from interview.web.visit.sealing import new_half
from interview.web.visit.session import (
    clear_note,
    current_speaker,
    keep,
    left_to,
    refuse,
    render_page,
    see_other,
    show,
)
from interview.web.visit.visit import Draft, Visit, as_in_boxes
from interview.web.visit.visits import FormToken, Visits, current_visits
from interview.web.visit.writing import LONGEST_TYPED

__all__ = [
    "ASK",
    "BOTH",
    "CONCLUDE",
    "FIRST_PAGE",
    "IN_BOTH",
    "LANGUAGE",
    "LONGEST_TYPED",
    "RESUME",
    "SLIP_KINDS",
    "START",
    "Draft",
    "FormToken",
    "Position",
    "Say",
    "Visit",
    "Visits",
    "as_in_boxes",
    "carried",
    "clear_note",
    "current_language",
    "current_locale",
    "current_speaker",
    "current_visits",
    "forget_slip",
    "is_compact",
    "keep",
    "keep_slip",
    "kept_slip",
    "left_to",
    "new_chance",
    "new_half",
    "open_request",
    "overwrite",
    "position_of",
    "refuse",
    "render_page",
    "requested",
    "required_visit",
    "said_in_address",
    "see_other",
    "set_cookie",
    "show",
    "write_say",
]
