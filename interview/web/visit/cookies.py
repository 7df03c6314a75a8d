"""The cookies of a visit: what each is called, and how each is written.

`visit` is sealed, and written by posts that answer. `half` is half of its key: a script can erase
it with no network, and then nobody opens the visit. `alive` says when somebody was there last.
`say` holds the language and what is shown, `note` what the next page says of a refused post.
All have one length. Their names carry the port: two servers on one machine share a jar.
"""

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from string import hexdigits
from urllib.parse import urlencode, urlsplit

from flask import Response, request

from interview.web.site import current_site
from interview.web.visit.sealing import new_half
from interview.web.visit.visits import current_visits

_NOTHING = "_"
_FLAGS, _CHANCE_LETTERS = 6, 16
_SLIP_SECONDS, _LIKE_A_CODE = 600, re.compile(r"[A-Z0-9]{110,145}")
# What is shown or given instead of the steps: the list of papers, a slip to go on another day, one
# for a lawyer's table, or a paper as a file.
PAPERS = ("", "papers", "slip", "hand_over", "checklist", "chronology", "letter")
NO_NOTE = "non"
LANGUAGE, BOTH = "language", "both"
# The sheet for a lawyer in English and in the language of who answered, one after the other.
IN_BOTH = "+"


@dataclass(slots=True)
class Say:
    """What is shown, whoever answers: the language, both of them, the sheet for a lawyer.

    `sheet`: the language of the sheet, or IN_BOTH; empty where the next steps are shown.
    `paper`: the paper that is shown or given instead, one of PAPERS; `ask`: which of the things
    that a letter may ask for, by number.
    `is_compact`: a part on a page, for a helper; `reads_aloud`: the questions say "you" to whoever
    hears them; `from_paper`: a part has all its questions, with their numbers on paper. `chance`
    ties the form of the start to this browser.
    """

    language: str | None = None
    shows_both: bool = False
    sheet: str = ""
    is_compact: bool = False
    reads_aloud: bool = False
    paper: str = ""
    ask: int = 0
    from_paper: bool = False
    chance: str = ""


def cookie_name(what: str) -> str:
    """Return a cookie's name: tied to this host where the connection is encrypted."""
    # Not request.host: it refuses a strange host, and a refusal is written into a cookie.
    host: str = request.environ.get("HTTP_HOST", "")
    return _name(what, host, request.is_secure)


@lru_cache(maxsize=256)
def _name(what: str, host: str, is_secure: bool) -> str:
    try:
        port = urlsplit(f"//{host}").port
    except ValueError:
        port = None
    if is_secure:
        return f"__Host-{what}-{port or 443}"
    return f"{what}-{port or 80}"


def carried(what: str) -> str:
    """Return the text of a cookie of this request, empty where there is none."""
    return request.cookies.get(cookie_name(what), "")


def set_cookie(response: Response, what: str, value: str) -> Response:
    """Put a value into a cookie of a response; only `half` can be written by our script."""
    response.set_cookie(
        cookie_name(what),
        value,
        httponly=what != "half",
        samesite="Lax",
        secure=request.is_secure,
        path="/",
    )
    return response


def overwrite(response: Response) -> Response:
    """Put noise in the place of a visit: a browser gives an old page back where a cookie only went.

    No key opens noise, and it is as long as what it takes the place of.
    """
    visits = current_visits()
    set_cookie(response, "visit", visits.sealer.junk())
    set_cookie(response, "half", new_half())
    forget_slip(response)
    return set_cookie(response, "alive", visits.alive.junk())


def read_say() -> Say:
    """Read what is to be shown; a cookie that nobody of us wrote says nothing."""
    written, width = carried("say"), _width()
    if len(written) != 2 * width + _FLAGS + _CHANCE_LETTERS:
        return _say_of_address()
    languages = current_site().languages
    language, sheet = (written[at : at + width].rstrip(_NOTHING) for at in (0, width))
    known = language if language in languages else None
    shown = sheet if sheet in (*languages, IN_BOTH) else ""
    both, compact, aloud, typed, paper, ask = list(written[2 * width : 2 * width + _FLAGS])
    kind = dict(enumerate(PAPERS)).get(_digit(paper), "")
    on = (both == "1", shown, compact == "1", aloud == "1", kind, _digit(ask), typed == "1")
    return Say(known, *on, written[2 * width + _FLAGS :])


def _digit(written: str) -> int:
    return int(written, 16) if written in hexdigits else 0


def _say_of_address() -> Say:
    """Read what an address says is to be shown: without cookies, nothing else can."""
    language = request.args.get(LANGUAGE)
    known = language if language in current_site().languages else None
    return Say(known, request.args.get(BOTH) == "1")


def said_in_address(say: Say) -> str:
    """Return what an address says for a browser that sent no cookie; nothing for another one."""
    if carried("say"):
        return ""
    said = {LANGUAGE: say.language or "", BOTH: "1" if say.shows_both else ""}
    found = urlencode({name: value for name, value in said.items() if value})
    return f"?{found}" if found else ""


def write_say(response: Response, say: Say) -> Response:
    """Put what is to be shown into its cookie."""
    language, sheet = (text.ljust(_width(), _NOTHING) for text in (say.language or "", say.sheet))
    on = (say.shows_both, say.is_compact, say.reads_aloud, say.from_paper)
    flags = "".join(f"{flag:d}" for flag in on) + f"{PAPERS.index(say.paper)}{say.ask:x}"
    return set_cookie(response, "say", language + sheet + flags + (say.chance or new_chance()))


def new_chance() -> str:
    """Return letters that nobody guesses, of one length."""
    return secrets.token_hex(_CHANCE_LETTERS // 2)


def _width() -> int:
    return _longest(current_site().languages)


@lru_cache(maxsize=8)
def _longest(languages: Sequence[str]) -> int:
    return max(map(len, languages))


def keep_slip(response: Response, typed: str) -> Response:
    """Keep the code of a slip that was refused, so that nobody types it again: it is sealed.

    Only what is as long as a code, and not for long: somebody may have typed the words, or a name,
    into this box.
    """
    letters = "".join(sign for sign in typed.upper() if sign.isascii() and sign.isalnum())
    if not _LIKE_A_CODE.fullmatch(letters):
        return forget_slip(response)
    response.set_cookie(
        cookie_name("slip"), letters, max_age=_SLIP_SECONDS, httponly=True, samesite="Lax",
        secure=request.is_secure, path="/",
    )  # fmt: skip
    return response


def kept_slip() -> str:
    """Return the code of a refused slip, in groups of four; empty where there is none."""
    found = _LIKE_A_CODE.fullmatch(carried("slip"))
    letters = found[0] if found else ""
    return " ".join(letters[at : at + 4] for at in range(0, len(letters), 4))


def forget_slip(response: Response) -> Response:
    """Take the code of a refused slip out of the browser."""
    if carried("slip"):
        response.delete_cookie(
            cookie_name("slip"), path="/", secure=request.is_secure, httponly=True, samesite="Lax"
        )
    return response
