"""What is refused before a page looks at it: other sites' posts, strange hosts, strange fields."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from flask import Response, abort, request

from interview.content import Question
from interview.web.site import ROOT_ONLY, field_names
from interview.web.visit import (
    ASK,
    CONCLUDE,
    PEOPLE,
    RESUME,
    START,
    FormToken,
    Visit,
    current_visits,
    requested,
)

TOKEN_FIELD, PAD_FIELD = "csrf_token", "pad"
# Their forms belong to a visit, and show it: `bound_form`.
BOUND = frozenset((ASK, CONCLUDE))
SAFE_METHODS = frozenset(("GET", "HEAD", "OPTIONS"))
# "none" is a person's own doing, such as reloading a page.
OWN_SITES = frozenset(("same-origin", "none"))
FORM, WITH_FILE = "application/x-www-form-urlencoded", "multipart/form-data"
LONGEST_VALUE = 100
# What stands where bytes were no letters.
UNREADABLE = re.compile("\ufffd|%[0-9A-F]{2}")
HTTPS_ONLY = (
    "This site is for https only: write https:// in front. / Escriba https:// antes.\n"
    "For the operator: behind a proxy, it has to say X-Forwarded-Proto: https, and to be on this "
    "machine or a --trusted-proxy.\n"
)


def refuse_plain_http() -> None:
    """Refuse a request that is not known to be encrypted."""
    if not request.is_secure:
        abort(Response(HTTPS_ONLY, 403, mimetype="text/plain"))


def refuse_sub_paths() -> Response | None:
    """Refuse to be mounted below another address: every link would lead out of it."""
    if not request.script_root:
        return None
    return Response(f"{ROOT_ONLY}\n", 500, mimetype="text/plain")


def refuse_strange_hosts() -> None:
    """Refuse a host name that no address can have, or that this server does not answer to."""
    # Empty where it has letters that no name has; TRUSTED_HOSTS itself raises.
    if not request.host:
        abort(400)


def refuse_other_sites() -> None:
    """Refuse a post that did not come from one of our own pages, or is no form."""
    if request.method in SAFE_METHODS:
        return
    if not _came_from_here():
        abort(403)
    # A slip may come as a file, and a sheet does.
    allowed = (FORM, WITH_FILE) if request.path in (RESUME, PEOPLE) else (FORM,)
    if request.content_length and request.mimetype not in allowed:
        abort(415)


def _came_from_here() -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in OWN_SITES
    origin = request.headers.get("Origin")
    if origin is not None:
        return is_own_address(origin)
    # An old browser says nothing. To leave is allowed to everybody.
    if request.path in (START, RESUME, PEOPLE):
        posted = request.form.get(TOKEN_FIELD, "")
        return current_visits().is_start_token(posted, requested().say.chance)
    return request.endpoint == "leaving.leave" or request.path in BOUND


def bound_form(visit: Visit) -> FormToken:
    """Return the page and step that a form was made for; one of no visit of ours is refused.

    Always, also where the browser says where a form came from: two people may have used two tabs.
    """
    found = current_visits().read_form_token(request.form.get(TOKEN_FIELD, ""))
    if found is None:
        abort(403)
    if found.id != visit.id:
        abort(409)
    return found


def is_own_address(address: str) -> bool:
    """Say whether an address is one of this host."""
    try:
        return urlsplit(address).netloc == request.host
    except ValueError:
        return False


def refuse_strange_fields(page: Sequence[Question], also: Sequence[str] = ()) -> None:
    """Refuse fields that the form of a page does not have, or has once, or nobody can type.

    `also`: names of fields beside those of the questions.
    """
    many = {question.id for question in page if question.type == "choices"}
    once = {
        TOKEN_FIELD,
        PAD_FIELD,
        *also,
        *(name for question in page for name in field_names(question)),
    }
    for name, values in request.form.lists():
        is_whole = len(values) == 1 if name not in many else len(values) == len(set(values))
        is_typed = all(map(_can_be_typed, values)) or name == PAD_FIELD
        if name not in once or not is_whole or not is_typed:
            abort(400)
    if request.form.get(PAD_FIELD, "").strip("0"):
        abort(400)


def _can_be_typed(value: str) -> bool:
    letters = "".join(value.split())
    is_readable = letters.isprintable() and not UNREADABLE.search(letters)
    return is_readable and len(value) <= LONGEST_VALUE
