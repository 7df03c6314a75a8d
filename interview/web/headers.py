"""What protects every response, and refuses what another site posts."""

import hmac
import zlib
from urllib.parse import urlsplit

from flask import Response, abort, g, request

from interview.web.visitors import TOKEN_FIELD, form_token

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    # Not no-referrer: browsers would then post our own forms with the origin "null".
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), browsing-topics=()",
    "X-Robots-Tag": "noindex, nofollow",
}
SMALLEST_ZIPPED = 500
READING = frozenset(("GET", "HEAD", "OPTIONS"))
# "none" is a person's own doing, such as reloading a page.
OWN_SITES = frozenset(("same-origin", "none"))


def refuse_other_sites() -> None:
    """Refuse a post that did not come from one of our own pages."""
    if request.method not in READING and not _came_from_here():
        abort(403)


def _came_from_here() -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in OWN_SITES
    origin = request.headers.get("Origin")
    if origin is not None:
        return urlsplit(origin).netloc == request.host
    posted = request.form.get(TOKEN_FIELD, "")
    return g.visit is not None and hmac.compare_digest(
        posted.encode(), form_token(g.visit).encode()
    )


def protect(response: Response) -> Response:
    """Add the headers that every response carries."""
    headers = response.headers
    for name, value in HEADERS.items():
        headers[name] = value
    headers.setdefault("Cache-Control", "no-store")
    if request.is_secure:
        headers["Strict-Transport-Security"] = "max-age=31536000"
    return response


def zip_page(response: Response) -> Response:
    """Compress a page for browsers that take it."""
    if response.mimetype != "text/html" or response.is_streamed:
        return response
    response.headers["Vary"] = "Accept-Encoding"
    body = response.get_data()
    if len(body) > SMALLEST_ZIPPED and "gzip" in request.headers.get("Accept-Encoding", ""):
        deflate = zlib.compressobj(6, zlib.DEFLATED, zlib.MAX_WBITS | 16)
        response.set_data(deflate.compress(body) + deflate.flush())
        response.headers["Content-Encoding"] = "gzip"
    return response
