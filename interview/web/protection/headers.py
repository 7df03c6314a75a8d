"""What protects every response."""

from urllib.parse import urlsplit

from flask import Response, request

from interview.web.site import current_site
from interview.web.visit import RESUME, requested

# No 'self' for scripts: only those that a page itself names with its mark.
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src {scripts}; "
    "connect-src 'self'; form-action {forms}; base-uri 'none'; frame-ancestors 'none'"
)
NEVER_USED = (
    "accelerometer",
    "browsing-topics",
    "camera",
    "display-capture",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "usb",
    "xr-spatial-tracking",
)
HEADERS = {
    # Not no-referrer: browsers would then post our own forms with the origin "null".
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Origin-Agent-Cluster": "?1",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in NEVER_USED),
    "X-DNS-Prefetch-Control": "off",
    "X-Permitted-Cross-Domain-Policies": "none",
    "X-Robots-Tag": "noindex, nofollow",
}


def _forms() -> str:
    """Where forms may lead: without a script, Leave now is one, and may lead to another site."""
    elsewhere = current_site().leave_to
    return f"'self' {_origin(elsewhere)}" if elsewhere else "'self'"


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def add_headers(response: Response) -> Response:
    """Add the headers that every response carries."""
    headers = response.headers
    for name, value in HEADERS.items():
        headers.add(name, value)
    nonce = requested().nonce
    scripts = f"'nonce-{nonce}'" if nonce else "'none'"
    joined = current_site().joined
    if request.path == RESUME or (joined and request.path in joined.reads):
        # The pages that may ask for the camera: to read a slip.
        headers["Permissions-Policy"] = headers["Permissions-Policy"].replace(
            "camera=()", "camera=(self)"
        )
    headers["Content-Security-Policy"] = POLICY.format(scripts=scripts, forms=_forms())
    headers.setdefault("Cache-Control", "no-store")
    if request.is_secure:
        headers["Strict-Transport-Security"] = "max-age=31536000"
    return response
