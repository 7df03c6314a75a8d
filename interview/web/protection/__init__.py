"""What every request and response is held to: refusals, headers, sizes, errors."""

from interview.web.protection.errors import (
    WITHOUT_COOKIES,
    add_error_pages,
    error_page,
    refused_page,
    tell_of_cookies,
    without_cookies,
)
from interview.web.protection.headers import add_headers
from interview.web.protection.memory import refuse_core_dumps
from interview.web.protection.padding import pad_page, takes_gzip
from interview.web.protection.refusals import (
    PAD_FIELD,
    TOKEN_FIELD,
    bound_form,
    is_own_address,
    refuse_other_sites,
    refuse_plain_http,
    refuse_strange_fields,
    refuse_strange_hosts,
    refuse_sub_paths,
)

__all__ = [
    "PAD_FIELD",
    "TOKEN_FIELD",
    "WITHOUT_COOKIES",
    "add_error_pages",
    "add_headers",
    "bound_form",
    "error_page",
    "is_own_address",
    "pad_page",
    "refuse_core_dumps",
    "refuse_other_sites",
    "refuse_plain_http",
    "refuse_strange_fields",
    "refuse_strange_hosts",
    "refuse_sub_paths",
    "refused_page",
    "takes_gzip",
    "tell_of_cookies",
    "without_cookies",
]
