"""One visit: the answers as they were given, where it stands, and what was asked back already."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from interview.content import Voice
from interview.screening import Answers

ID_BYTES, TAG_BYTES = 8, 3
# How many of the last steps can be told from those of another tab.
TAGS_KEPT = 24
LAST_STEP = 0xFFFF
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Draft:
    """What was typed on a page and is no answer yet; the answer of that page drops it.

    `is_wrong`: it was pressed as an answer, and there is a mistake in it.
    """

    page: int
    pairs: Pairs
    is_wrong: bool


@dataclass(frozen=True)
class Visit:
    """What is known of one visitor until the visit ends.

    An answer of None is one of not sure.
    `asked_back` are the oddities that were asked back and confirmed.
    `at` is the page that is shown; 0 is the one to which the answers lead.
    `born` and `used` are seconds of the server's clock: of the first and of the last answer.
    `is_changing`: that page was opened to change an answer from the page with all of them.
    `tags` are chance marks of the last steps, the newest at the end.
    """

    id: bytes = field(default_factory=lambda: secrets.token_bytes(ID_BYTES))
    half: bytes = b""
    born: int = 0
    used: int = 0
    answers: Answers = field(default_factory=dict)
    asked_back: frozenset[str] = frozenset()
    at: int = 0
    step: int = 0
    tags: tuple[bytes, ...] = ()
    drafts: tuple[Draft, ...] = ()
    has_fork: bool = False
    is_changing: bool = False

    @property
    def voice(self) -> Voice:
        """Return whom the words speak to."""
        return "client" if self.answers.get("answering_for") == "client" else "self"

    @property
    def tag(self) -> bytes:
        """Return the mark of the newest step."""
        return self.tags[-1] if self.tags else bytes(TAG_BYTES)

    def draft_of(self, page: int) -> Draft | None:
        """Return what was typed on a page, or None."""
        return next((draft for draft in self.drafts if draft.page == page), None)

    def drafted(self, draft: Draft) -> "Visit":
        """Return the visit with what was typed on a page, the newest at the end."""
        return replace(self, drafts=(*self.without_draft(draft.page).drafts, draft))

    def without_draft(self, page: int) -> "Visit":
        """Return the visit without what was typed on a page."""
        return replace(self, drafts=tuple(one for one in self.drafts if one.page != page))

    def stepped(self, now: int) -> "Visit":
        """Return the visit one step further."""
        tags = (*self.tags, secrets.token_bytes(TAG_BYTES))[-TAGS_KEPT:]
        step = min(self.step + 1, LAST_STEP)
        return replace(self, used=now, step=step, tags=tags)

    def had(self, step: int, tag: bytes) -> bool:
        """Say whether a step was one of this visit; one too old to tell counts as one."""
        behind = self.step - step
        if behind < 0:
            return False
        return behind >= len(self.tags) or self.tags[-1 - behind] == tag


def as_in_boxes(pairs: Iterable[tuple[str, str]], longest: int) -> Pairs:
    """Return what was typed, each text cut: more than a box holds is a mistake anyway."""
    return tuple((name, value[:longest]) for name, value in pairs)
