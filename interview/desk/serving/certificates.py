"""A certificate for a name of the room: its own authority signs once, and its key is forgotten."""

import base64
import datetime
import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

_NAME = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+")
_PEM = serialization.Encoding.PEM
_DAY = datetime.timedelta(days=1)
# Long enough for the week before, and of no use soon after.
_DAYS = 30


class NoSuchName(ValueError):
    """A name that no browser could ask for; the message says what to write."""


@dataclass(frozen=True)
class Certificate:
    """The files of a certificate, and the pin with which a kiosk's browser knows its key."""

    certificate: Path
    key: Path
    authority: Path
    pin: str


def make_certificate(folder: Path, name: str, today: datetime.date) -> Certificate:
    """Write a certificate for a name, its key, and the authority to put on a clinic's tablets.

    The authority signs for this name alone: its key is never written down. Raises NoSuchName, and
    FileExistsError where there is a certificate of this name already.
    """
    if not _NAME.fullmatch(name):
        raise NoSuchName(
            f"{name}: no name for a browser. Write small letters with a dot, such as desk.internal"
        )
    top_key, own_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    top = _authority(name, top_key, today)
    own = _own(name, own_key, top, top_key, today)
    paths = [folder / f"{name}{end}" for end in (".pem", "-key.pem", "-authority.crt")]
    chain = own.public_bytes(_PEM) + top.public_bytes(_PEM)
    found = (chain, _key_bytes(own_key), top.public_bytes(_PEM))
    for path, written in zip(paths, found, strict=True):
        _write(path, written)
    certificate, key_path, authority = paths
    return Certificate(certificate, key_path, authority, pin_of(own))


def pin_of(certificate: x509.Certificate) -> str:
    """Return the pin of a certificate's key: SHA-256, base64, as Chromium's command line has it."""
    key = certificate.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return base64.b64encode(hashlib.sha256(key).digest()).decode()


def read_certificate(path: Path) -> tuple[str, str]:
    """Return the name in a certificate and the pin of its key; raise ValueError."""
    found = x509.load_pem_x509_certificate(path.read_bytes())
    names = found.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    [name, *_] = names.get_values_for_type(x509.DNSName)
    return name, pin_of(found)


def _authority(
    name: str, key: ec.EllipticCurvePrivateKey, today: datetime.date
) -> x509.Certificate:
    """An authority that browsers believe for this one name, and for nothing else."""
    own = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"Event desk {name}")])
    usage = x509.KeyUsage(
        digital_signature=False, content_commitment=False, key_encipherment=False,
        data_encipherment=False, key_agreement=False, key_cert_sign=True, crl_sign=False,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip
    return (
        _begun(own, own, key.public_key(), today)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.NameConstraints([x509.DNSName(name)], None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )


def _own(
    name: str,
    key: ec.EllipticCurvePrivateKey,
    top: x509.Certificate,
    top_key: ec.EllipticCurvePrivateKey,
    today: datetime.date,
) -> x509.Certificate:
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    above = x509.AuthorityKeyIdentifier.from_issuer_public_key(top_key.public_key())
    return (
        _begun(subject, top.subject, key.public_key(), today)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(above, critical=False)
        .sign(top_key, hashes.SHA256())
    )


def _begun(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey, today: datetime.date
) -> x509.CertificateBuilder:
    # From the day before: clocks of tablets may be behind.
    begins = datetime.datetime.combine(today, datetime.time(), datetime.UTC) - _DAY
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(begins + (_DAYS + 1) * _DAY)
    )


def _key_bytes(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(_PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())


def _write(path: Path, written: bytes) -> None:
    """Write a file that is not there yet, for nobody else to read."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(written)
