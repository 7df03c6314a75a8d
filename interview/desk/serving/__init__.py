"""How an event is served in its room: by name, and never plain beyond this machine."""

from interview.desk.serving.certificates import (
    Certificate,
    NoSuchName,
    make_certificate,
    pin_of,
    read_certificate,
)
from interview.desk.serving.serving import Serving, event_server, serve_desk

__all__ = [
    "Certificate",
    "NoSuchName",
    "Serving",
    "event_server",
    "make_certificate",
    "pin_of",
    "read_certificate",
    "serve_desk",
]
