"""The certificate that a server shows, read once when it starts."""

import datetime
import ssl
from pathlib import Path

from interview.web.site import SettingsError


def encryption(certificate: Path, key: Path, today: datetime.date) -> ssl.SSLContext:
    """Return what encrypts connections with a certificate and its key; raise SettingsError.

    `today`: a certificate that ended before it is refused.
    """
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.options |= ssl.OP_NO_RENEGOTIATION
    try:
        context.load_cert_chain(certificate, key, password=_refuse_to_ask)
    except ssl.SSLError as error:
        raise SettingsError(
            f"{certificate} and {key} cannot be used: {_why(error)}. The first is a certificate "
            "with those above it, the second is its key; both are PEM files"
        ) from None
    except OSError as error:
        raise SettingsError(f"{certificate} or {key} cannot be read: {error.strerror}") from None
    _refuse_ended(certificate, today)
    return context


def _refuse_to_ask() -> str:
    raise SettingsError("the key has a password. Write it anew without one, readable by you alone")


def _why(error: ssl.SSLError) -> str:
    if error.reason == "KEY_VALUES_MISMATCH":
        return "the key belongs to another certificate"
    return "one of them holds no such thing"


def _refuse_ended(certificate: Path, today: datetime.date) -> None:
    # Read only here: it would make every other start slower.
    from cryptography import x509

    found = x509.load_pem_x509_certificate(certificate.read_bytes())
    if found.not_valid_after_utc.date() < today:
        raise SettingsError(
            f"{certificate} ended on {found.not_valid_after_utc:%Y-%m-%d}: every browser would "
            "refuse it. Get a new one, or set this machine's clock"
        )
