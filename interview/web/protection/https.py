"""A site that was told to be for https only gives nothing away without it."""

from flask import Response, abort, request

from interview.web.site import current_site

_HTTPS_ONLY = (
    "This site is for https only: write https:// in front. / Escriba https:// antes.\n"
    "For the operator: behind a proxy, it has to say X-Forwarded-Proto: https, and to be on this "
    "machine or a --trusted-proxy.\n"
)


def refuse_plain_http() -> None:
    """Refuse a request that is not known to be encrypted, where that is required."""
    if current_site().settings.is_https_required and not request.is_secure:
        abort(Response(_HTTPS_ONLY, 403, mimetype="text/plain"))
