"""What every request and response is held to: refusals, headers, errors."""

from interview.web.protection.errors import add_error_pages
from interview.web.protection.headers import add_headers, zip_page
from interview.web.protection.refusals import (
    is_own_address,
    refuse_other_sites,
    refuse_plain_http,
    refuse_strange_fields,
    refuse_strange_hosts,
)

__all__ = [
    "add_error_pages",
    "add_headers",
    "is_own_address",
    "refuse_other_sites",
    "refuse_plain_http",
    "refuse_strange_fields",
    "refuse_strange_hosts",
    "zip_page",
]
