"""What is refused before a page looks at it: other sites' posts, strange hosts, strange fields."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from flask import Response, abort, request

from interview.content import Question
from interview.web.site import field_names
from interview.web.visit import current_visits, requested

TOKEN_FIELD = "csrf_token"
SAFE_METHODS = frozenset(("GET", "HEAD", "OPTIONS"))
# "none" is a person's own doing, such as reloading a page.
OWN_SITES = frozenset(("same-origin", "none"))
FORM = "application/x-www-form-urlencoded"
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
    if request.content_length and request.mimetype != FORM:
        abort(415)


def _came_from_here() -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in OWN_SITES
    origin = request.headers.get("Origin")
    if origin is not None:
        return is_own_address(origin)
    posted, visit = request.form.get(TOKEN_FIELD, ""), requested().visit
    return visit is not None and current_visits().is_form_token(posted, visit)


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
    once = {TOKEN_FIELD, *also, *(name for question in page for name in field_names(question))}
    for name, values in request.form.lists():
        is_whole = len(values) == 1 if name not in many else len(values) == len(set(values))
        if name not in once or not is_whole or not all(map(_can_be_typed, values)):
            abort(400)


def _can_be_typed(value: str) -> bool:
    letters = "".join(value.split())
    is_readable = letters.isprintable() and not UNREADABLE.search(letters)
    return is_readable and len(value) <= LONGEST_VALUE
