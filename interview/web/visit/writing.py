"""A visit as bytes and back; what is written never grows beyond one size."""

import datetime
import struct
from collections.abc import Iterator, Sequence

from interview.content import Question
from interview.screening import Carried, Packing, Page, UnpackingError, edition_of
from interview.web.site import Site, field_names
from interview.web.visit.visit import ID_BYTES, TAG_BYTES, TAGS_KEPT, Draft, Pairs, Visit

_VERSION = 5
# Version, id, born, used, step, page, has_fork, is_changing, how many tags; then tags, answers,
# draft.
_HEAD = struct.Struct(f">B{ID_BYTES}sQQHH??B")
# Longer than any box of ours: what was typed beyond it is a mistake either way.
LONGEST_TYPED = 8
# Bytes for what was typed on pages that were left without an answer.
ROOM_FOR_DRAFTS = 256
# Page, is_wrong, length.
_DRAFT_HEAD = struct.Struct(">H?H")
_PAIR_HEAD, _MOST_BYTES_OF_A_LETTER = 2, 4


class NoVisit(ValueError):
    """Bytes that are not a visit as this edition writes one."""


class VisitWriter:
    """Writes and reads visits for one content."""

    def __init__(self, site: Site) -> None:
        oddities = [oddity.id for oddity in site.content.oddities]
        # The language is not of the visit: it may be changed without an answer.
        # A page takes every date that there is: what cannot be is asked back, and then taken.
        years = (datetime.MINYEAR, datetime.MAXYEAR)
        self._packing = Packing(edition_of(site.content, site.languages[:1], oddities, years))
        self._language = site.languages[0]
        self._pages = [_fields(page) for page in site.path.pages]
        longest_draft = max(_longest_draft(page) for page in site.path.pages)
        tags = TAGS_KEPT * TAG_BYTES
        self._room = max(longest_draft, ROOM_FOR_DRAFTS)
        self.longest = _HEAD.size + tags + self._packing.length + self._room

    def write(self, visit: Visit) -> bytes:
        """Return a visit as bytes."""
        times, place = (visit.born, visit.used), (visit.step, visit.at)
        flags = (visit.has_fork, visit.is_changing)
        head = _HEAD.pack(_VERSION, visit.id, *times, *place, *flags, len(visit.tags))
        carried = Carried(visit.answers, self._language, visit.voice, visit.asked_back)
        drafts = self._written_drafts(visit.drafts)
        return b"".join((head, *visit.tags, self._packing.pack(carried), drafts))

    def read(self, plain: bytes, half: bytes) -> Visit:
        """Read a visit that was opened with a half of its key; raise NoVisit."""
        try:
            return self._read(plain, half)
        except (struct.error, IndexError, UnicodeDecodeError, UnpackingError) as error:
            raise NoVisit("cut off, or of another edition") from error

    def _read(self, plain: bytes, half: bytes) -> Visit:
        version, name, born, used, step, at, *flags, count = _HEAD.unpack_from(plain)
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
            tuple(self._read_drafts(plain[ends:])),
            *flags,
        )

    def _written_drafts(self, drafts: Sequence[Draft]) -> bytes:
        """Return as many as there is room for; the oldest give way."""
        found: list[bytes] = []
        for draft in reversed(drafts):
            written = self._written_draft(draft)
            if sum(map(len, found)) + len(written) > self._room:
                break
            found.insert(0, written)
        return b"".join(found)

    def _written_draft(self, draft: Draft) -> bytes:
        names = self._pages[draft.page - 1]
        found = []
        for name, value in draft.pairs:
            text = value.encode()
            found.append(bytes([names.index(name), len(text)]) + text)
        typed = b"".join(found)
        return _DRAFT_HEAD.pack(draft.page, draft.is_wrong, len(typed)) + typed

    def _read_drafts(self, plain: bytes) -> Iterator[Draft]:
        place = 0
        while place < len(plain):
            page, is_wrong, length = _DRAFT_HEAD.unpack_from(plain, place)
            place += _DRAFT_HEAD.size
            yield Draft(page, self._read_pairs(page, plain[place : place + length]), is_wrong)
            place += length

    def _read_pairs(self, page: int, plain: bytes) -> Pairs:
        names, pairs, place = self._pages[page - 1], [], 0
        while place < len(plain):
            name, length = plain[place], plain[place + 1]
            place += _PAIR_HEAD
            pairs.append((names[name], plain[place : place + length].decode()))
            place += length
        return tuple(pairs)


def _fields(page: Page) -> Sequence[str]:
    return [name for question in page for name in field_names(question)]


def _longest_draft(page: Page) -> int:
    return _DRAFT_HEAD.size + sum(map(_longest_part, page))


def _longest_part(question: Question) -> int:
    """The most that the fields of a question take in a draft."""
    typed = _PAIR_HEAD + _MOST_BYTES_OF_A_LETTER * LONGEST_TYPED
    if question.type == "choices":
        return (_PAIR_HEAD + 2 * 2) * (len(question.value_ids) + 2)
    return typed * len(field_names(question))
