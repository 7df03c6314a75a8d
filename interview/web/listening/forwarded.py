"""What a proxy says of the browser's own connection, believed of the proxies that were named."""

import ipaddress
import logging
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from interview.web.site import SettingsError

Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_SCHEME = "HTTP_X_FORWARDED_PROTO"
_HEADERS = (
    _SCHEME,
    "HTTP_FORWARDED",
    "HTTP_X_FORWARDED_BY",
    "HTTP_X_FORWARDED_FOR",
    "HTTP_X_FORWARDED_HOST",
    "HTTP_X_FORWARDED_PORT",
)
# A proxy on this machine needs not be named.
THIS_MACHINE = ("127.0.0.0/8", "::1")
_IGNORED = (
    "A request came with X-Forwarded-Proto or Forwarded, and not from a proxy that was named: it "
    "was ignored, as will be all others. Where a proxy sends it: --trusted-proxy ADDRESS"
)
_logger = logging.getLogger("interview")


def networks(addresses: Iterable[str]) -> tuple[Network, ...]:
    """Read addresses, or ranges of them such as 10.0.0.0/8; raise SettingsError."""
    try:
        return tuple(ipaddress.ip_network(address, strict=False) for address in addresses)
    except ValueError as error:
        raise SettingsError(f"--trusted-proxy: {error}. Write one such as 192.0.2.7") from None


class Forwarded:
    """An application behind proxies: knows whether the browser's own connection is encrypted."""

    def __init__(self, application: Callable[..., Any], trusted: Sequence[Network]) -> None:
        self._application = application
        self._trusted = (*networks(THIS_MACHINE), *trusted)
        self._has_told = False

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        said = {name: environ.pop(name) for name in _HEADERS if name in environ}
        if not self._is_trusted(environ.get("REMOTE_ADDR", "")):
            self._tell_once(said)
        elif _SCHEME in said:
            # Each proxy adds what it was asked by: the first is the browser's own connection.
            schemes = [one.strip(' "').lower() for one in said[_SCHEME].split(",")]
            if not set(schemes) <= {"http", "https"}:
                return _refused(start_response)
            environ["wsgi.url_scheme"] = schemes[0]
        return self._application(environ, start_response)

    def _is_trusted(self, address: str) -> bool:
        try:
            found = ipaddress.ip_address(address.partition("%")[0])
        except ValueError:
            return False
        return any(found in network for network in self._trusted)

    def _tell_once(self, said: dict[str, str]) -> None:
        # Without the address: it may be a person's.
        if not self._has_told and said.keys() & {_SCHEME, "HTTP_FORWARDED"}:
            self._has_told = True
            _logger.warning(_IGNORED)


def _refused(start_response: Callable[..., Any]) -> list[bytes]:
    said = b"The proxy's X-Forwarded-Proto is neither http nor https. The operator must mend it.\n"
    headers = [("Content-Type", "text/plain"), ("Cache-Control", "no-store")]
    start_response("400 Bad Request", [*headers, ("Content-Length", str(len(said)))])
    return [said]
