"""The parts of a summary that tests look for, and the words of a page that are seen at once."""

from html.parser import HTMLParser
from itertools import pairwise

from interview.summary.blocks import ContactLine

CONTACTS = (
    ContactLine("Casa Ejemplo", "Every day until 6", "555-0142", "+15550142", "12 Example Street"),
    ContactLine("Sampletown Aid", "Court cases", "555-0117", "+15550117", "", "Checked long ago"),
)


def section(summary, id):
    """A section by its id, also one inside another, or None."""
    parts = [one for part in summary.sections for one in (part, *part.inner)]
    return next((part for part in parts if part.id == id), None)


def flag(summary, id):
    """The card of a flag."""
    return next(card for card in section(summary, "flags").cards if card.id == id)


def deeds(summary):
    """The names of the first things to do."""
    return [name for name, _ in summary.do_now]


VOID = frozenset(("meta", "link", "input", "br", "path", "circle"))
# Not seen on a screen while nothing is opened: see next_steps.css.
UNSEEN = frozenset(("hidden", "under", "on-paper"))


class Seen(HTMLParser):
    """Reads what of a page's main part is seen while every fold is closed."""

    def __init__(self, page):
        super().__init__()
        self.open, self.texts = [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open.pop()[0] == tag

    def handle_data(self, data):
        if data.strip() and self.is_seen():
            self.texts.append(" ".join(data.split()))

    def is_seen(self):
        """Say whether a text stands in main, outside of what is hidden or folded."""
        tags = [tag for tag, _ in self.open]
        inside = [following for tag, following in pairwise(tags)
                  if tag == "details"]  # fmt: skip
        unseen = any(UNSEEN.intersection((found.get("class") or "").split())
                     for _, found in self.open)  # fmt: skip
        return "main" in tags and not unseen and set(inside) <= {"summary"}

    @property
    def words(self):
        """How many words are seen."""
        return len(" ".join(self.texts).split())
