"""How an event is served in its room: by name, and never plain beyond this machine."""

from interview.desk.serving.certificates import (
    Certificate,
    NoSuchName,
    make_certificate,
    pin_of,
    read_certificate,
)

__all__ = ["Certificate", "NoSuchName", "make_certificate", "pin_of", "read_certificate"]
