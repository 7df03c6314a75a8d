"""The parts of a summary that tests look for."""


def section(summary, id):
    """A section by its id, or None."""
    return next((part for part in summary.sections if part.id == id), None)


def flag(summary, id):
    """The card of a flag."""
    return next(card for card in section(summary, "flags").cards if card.id == id)


def deeds(summary):
    """The names of the first things to do."""
    return [name for name, _ in summary.do_now]
