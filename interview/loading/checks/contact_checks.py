"""Checks of the words around contacts: each flag and purpose that they name is there."""

from interview.loading.content_files import ContentFiles
from interview.loading.document import Place

FILE = "contact_words"


def check_contact_words(files: ContentFiles) -> None:
    """Complain of flags that are not there, and of a flag of urgency now that nobody is for."""
    words = files.models[FILE]
    flags = {flag.id: flag for flag in files.models["flags"].flags}
    served: set[str] = set()
    for number, purpose in enumerate(words.purposes):
        for nth, flag in enumerate(purpose.flags):
            place: Place = ("purposes", number, "flags", nth)
            files.must_exist(FILE, place, flag, flags, "flag", purpose.id)
        served |= set(purpose.flags)
    for flag in flags.values():
        if flag.urgency == "now" and flag.id not in served:
            message = f'nobody is named for the flag "{flag.id}". List it under a purpose'
            files.complain(FILE, ("purposes",), message, flag.id)
    purposes = [purpose.id for purpose in words.purposes]
    for number, wanted in enumerate(words.urgent_page):
        files.must_exist(FILE, ("urgent_page", number), wanted, purposes, "purpose")
