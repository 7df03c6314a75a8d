"""What every request and response is held to: refusals, headers, sizes, errors."""

from interview.web.protection.errors import (
    LARGE_FILE,
    WITHOUT_COOKIES,
    add_error_pages,
    error_page,
    refused_page,
    tell_of_cookies,
    without_cookies,
)
from interview.web.protection.headers import add_headers
from interview.web.protection.memory import refuse_core_dumps
from interview.web.protection.padding import pad_page, padded_file, takes_gzip
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
from interview.web.protection.uploads import LARGEST_FILE, InMemory, take_a_file

__all__ = [
    "LARGEST_FILE",
    "LARGE_FILE",
    "PAD_FIELD",
    "TOKEN_FIELD",
    "WITHOUT_COOKIES",
    "InMemory",
    "add_error_pages",
    "add_headers",
    "bound_form",
    "error_page",
    "is_own_address",
    "pad_page",
    "padded_file",
    "refuse_core_dumps",
    "refuse_other_sites",
    "refuse_plain_http",
    "refuse_strange_fields",
    "refuse_strange_hosts",
    "refuse_sub_paths",
    "refused_page",
    "take_a_file",
    "takes_gzip",
    "tell_of_cookies",
    "without_cookies",
]
