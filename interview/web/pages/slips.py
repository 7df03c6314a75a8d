"""Slips: the page that shows one, and the page where one is opened again.

No server keeps a slip. Each time the page is shown it is a new one, under new words; those of
before still open theirs.
"""

from flask import Blueprint, Response, abort, request

from interview.content import SOURCE_LANGUAGE
from interview.paper import (
    Busy,
    NotASlip,
    WrongEventKey,
    WrongWords,
    needs_words,
    normal,
    open_with_key,
    open_with_words,
    seal,
    slip_bytes,
    slip_text,
)
from interview.screening import Carried, PackingError, UnknownEdition, UnpackingError
from interview.web.pages.notices import BUSY, NO_SUCH_YEAR, notice
from interview.web.pages.start import begun
from interview.web.protection import PAD_FIELD, TOKEN_FIELD
from interview.web.site import current_site
from interview.web.visit import (
    ASK,
    CONCLUDE,
    RESUME,
    Position,
    clear_note,
    current_language,
    current_visits,
    forget_slip,
    keep_slip,
    kept_slip,
    new_chance,
    refuse,
    render_page,
    requested,
    show,
)

bp = Blueprint("slips", __name__)
CODE, WORDS, FILE, FOR_LAWYER = "code", "words", "file", "for_lawyer"
FIELDS = frozenset((CODE, WORDS, FOR_LAWYER, TOKEN_FIELD, PAD_FIELD))
# More than any slip has, typed in any way.
LONGEST_CODE, LONGEST_WORDS = 4_000, 200
# What the next page says, by the note that a refused post leaves.
WRONG = {
    WrongWords: "swo",
    NotASlip: "sno",
    UnknownEdition: "sed",
    UnpackingError: "sno",
    WrongEventKey: "sev",
    Busy: BUSY,
}
TEXTS = {"swo": "wrong_words", "sno": "no_slip", "sed": "other_edition", "sev": "other_event",
         BUSY: "busy"}  # fmt: skip


def slip_page(position: Position) -> Response:
    """Show a new slip of the visit: to go on another day, or for the lawyer's table."""
    site, visit = position.site, position.visit
    is_for_lawyer = requested().say.paper == "hand_over"
    language = current_language()
    carried = Carried(visit.answers, language, visit.voice)
    key = site.settings.event_key if is_for_lawyer else None
    try:
        slip = seal(site.slips.packing.pack(carried), language, key)
    except PackingError:
        # A year that no slip holds is no year of a life: it waits to be changed.
        requested().say.paper = ""
        return show(refuse(NO_SUCH_YEAR, CONCLUDE))
    except Busy:
        requested().say.paper = ""
        return show(refuse(BUSY, CONCLUDE))
    is_done = position.first_open is None
    return render_page("slip.html", slip=slip, back=CONCLUDE if is_done else ASK, notice=notice())


@bp.get(RESUME)
def resume() -> Response:
    """Where a slip is opened: its code or its file, and the four words."""
    found = requested()
    found.say.chance = found.say.chance or new_chance()
    texts = current_site().content.papers.slip.pages
    said = TEXTS.get(found.note or "")
    page = render_page(
        "resume.html",
        back="/",
        token=current_visits().start_token(found.say.chance),
        wrong=getattr(texts, said) if said else None,
        code=kept_slip(),
    )
    return show(clear_note(page) if found.note else page)


@bp.post(RESUME)
def open_posted() -> Response:
    """Open a slip as a new visit, or for a lawyer as the sheet; what is wrong loses no code."""
    _refuse_strange()
    typed = request.form.get(CODE, "")
    if FILE in request.files and not typed.strip():
        typed = request.files[FILE].read(LONGEST_CODE).decode("utf-8", errors="replace")
    try:
        sealed = slip_bytes(typed)
    except NotASlip:
        return keep_slip(refuse(WRONG[NotASlip], RESUME), typed)
    try:
        carried = current_site().slips.unpack(_unsealed(sealed))
    except tuple(WRONG) as error:
        return keep_slip(refuse(WRONG[type(error)], RESUME), slip_text(sealed))
    return _opened(carried)


def _opened(carried: Carried) -> Response:
    say, is_for_lawyer = requested().say, FOR_LAWYER in request.form
    if not is_for_lawyer and carried.language in current_site().languages:
        say.language = carried.language
    response = begun(carried.answers, CONCLUDE if is_for_lawyer else ASK)
    if is_for_lawyer:
        say.sheet = SOURCE_LANGUAGE
        show(response)
    return forget_slip(response)


def _unsealed(sealed: bytes) -> bytes:
    if needs_words(sealed):
        return open_with_words(sealed, normal(request.form.get(WORDS, "")))
    key = current_site().settings.event_key
    if key is None:
        raise WrongEventKey("no event is served here")
    return open_with_key(sealed, key)


def _refuse_strange() -> None:
    form = request.form
    if not FIELDS.issuperset(form) or any(len(values) > 1 for _, values in form.lists()):
        abort(400)
    if set(request.files) - {FILE}:
        abort(400)
    if len(form.get(CODE, "")) > LONGEST_CODE or len(form.get(WORDS, "")) > LONGEST_WORDS:
        abort(400)
