"""What protects every response."""

import zlib

from flask import Response, request

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
