"""A visit as bytes and back; what is written never grows beyond one size."""

import struct
from collections.abc import Sequence

from interview.content import Question
from interview.screening import Carried, Packing, Page, UnpackingError, edition_of
from interview.web.site import Site, field_names
from interview.web.visit.visit import ID_BYTES, TAG_BYTES, TAGS_KEPT, Draft, Visit

_VERSION = 3
# Version, id, born, used, step, page, has_fork, how many tags; then tags, answers, draft.
_HEAD = struct.Struct(f">B{ID_BYTES}sQQHH?B")
# Longer than any box of ours: what was typed beyond it is a mistake either way.
LONGEST_TYPED = 8
_DRAFT_HEAD, _PAIR_HEAD, _MOST_BYTES_OF_A_LETTER = 3, 2, 4


class NoVisit(ValueError):
    """Bytes that are not a visit as this edition writes one."""


class VisitWriter:
    """Writes and reads visits for one content."""

    def __init__(self, site: Site) -> None:
        oddities = [oddity.id for oddity in site.content.oddities]
        # The language is not of the visit: it may be changed without an answer.
        self._packing = Packing(edition_of(site.content, site.languages[:1], oddities))
        self._language = site.languages[0]
        self._pages = [_fields(page) for page in site.path.pages]
        longest_draft = max(_longest_draft(page) for page in site.path.pages)
        tags = TAGS_KEPT * TAG_BYTES
        self.longest = _HEAD.size + tags + self._packing.length + longest_draft

    def write(self, visit: Visit) -> bytes:
        """Return a visit as bytes."""
        times, place = (visit.born, visit.used), (visit.step, visit.at, visit.has_fork)
        head = _HEAD.pack(_VERSION, visit.id, *times, *place, len(visit.tags))
        carried = Carried(visit.answers, self._language, visit.voice, visit.asked_back)
        draft = b"" if visit.draft is None else self._written_draft(visit.draft)
        return b"".join((head, *visit.tags, self._packing.pack(carried), draft))

    def read(self, plain: bytes, half: bytes) -> Visit:
        """Read a visit that was opened with a half of its key; raise NoVisit."""
        try:
            return self._read(plain, half)
        except (struct.error, IndexError, UnicodeDecodeError, UnpackingError) as error:
            raise NoVisit("cut off, or of another edition") from error

    def _read(self, plain: bytes, half: bytes) -> Visit:
        version, name, born, used, step, at, has_fork, count = _HEAD.unpack_from(plain)
        if version != _VERSION:
            raise NoVisit("another version")
        starts = _HEAD.size + count * TAG_BYTES
        ends = starts + self._packing.length
        carried = self._packing.unpack(plain[starts:ends])
        return Visit(
            name,
            half,
            born,
            used,
            carried.answers,
            carried.marks,
            at,
            step,
            tuple(plain[n : n + TAG_BYTES] for n in range(_HEAD.size, starts, TAG_BYTES)),
            self._read_draft(plain[ends:]),
            has_fork,
        )

    def _written_draft(self, draft: Draft) -> bytes:
        names = self._pages[draft.page - 1]
        found = [draft.page.to_bytes(2, "big"), bytes([draft.is_wrong])]
        for name, value in draft.pairs:
            text = value.encode()
            found.append(bytes([names.index(name), len(text)]) + text)
        return b"".join(found)

    def _read_draft(self, plain: bytes) -> Draft | None:
        if not plain:
            return None
        page, is_wrong = int.from_bytes(plain[:2], "big"), bool(plain[2])
        names, pairs, place = self._pages[page - 1], [], _DRAFT_HEAD
        while place < len(plain):
            name, length = plain[place], plain[place + 1]
            place += _PAIR_HEAD
            pairs.append((names[name], plain[place : place + length].decode()))
            place += length
        return Draft(page, tuple(pairs), is_wrong)


def _fields(page: Page) -> Sequence[str]:
    return [name for question in page for name in field_names(question)]


def _longest_draft(page: Page) -> int:
    return _DRAFT_HEAD + sum(map(_longest_part, page))


def _longest_part(question: Question) -> int:
    """The most that the fields of a question take in a draft."""
    typed = _PAIR_HEAD + _MOST_BYTES_OF_A_LETTER * LONGEST_TYPED
    if question.type == "choices":
        return (_PAIR_HEAD + 2 * 2) * (len(question.value_ids) + 2)
    return typed * len(field_names(question))
