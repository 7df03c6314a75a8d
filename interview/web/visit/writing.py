"""A visit as bytes and back; what is written never grows beyond one size."""

import struct
from collections.abc import Iterator, Sequence

from interview.content import Content, Question
from interview.screening import Page
from interview.web.site import Site, field_names
from interview.web.visit.packing import AnswerPacker
from interview.web.visit.visit import ID_BYTES, TAG_BYTES, TAGS_KEPT, Draft, Pairs, Visit

_VERSION = 3
# Version, id, born, used, step, page, has_fork; then tags, what was asked back, answers, draft.
_HEAD = struct.Struct(f">B{ID_BYTES}sQQHH?")
# Longer than any box of ours: what was typed beyond it is a mistake either way.
LONGEST_TYPED = 8
_DRAFT_HEAD, _PAIR_HEAD, _MOST_BYTES_OF_A_LETTER = 3, 2, 4


class NoVisit(ValueError):
    """Bytes that are not a visit as this edition writes one."""


class VisitWriter:
    """Writes and reads visits for one content."""

    def __init__(self, site: Site) -> None:
        self._packer = AnswerPacker(site.content, site.reader)
        self._pages = [_fields(page) for page in site.path.pages]
        self._oddities = [oddity.id for oddity in site.content.oddities]
        self._mask_bytes = (len(self._oddities) + 7) // 8
        longest_draft = max(_longest_draft(page) for page in site.path.pages)
        self.longest = (
            _HEAD.size
            + 1
            + TAGS_KEPT * TAG_BYTES
            + self._mask_bytes
            + 2
            + self._packer.longest
            + longest_draft
        )

    def write(self, visit: Visit) -> bytes:
        """Return a visit as bytes."""
        head = _HEAD.pack(
            _VERSION, visit.id, visit.born, visit.used, visit.step, visit.at, visit.has_fork
        )
        answers = self._packer.pack(visit.answers)
        return b"".join(
            (
                head,
                bytes([len(visit.tags)]),
                *visit.tags,
                self._mask(visit.asked_back),
                len(answers).to_bytes(2, "big"),
                answers,
                b"" if visit.draft is None else self._written_draft(visit.draft),
            )
        )

    def read(self, plain: bytes, half: bytes) -> Visit:
        """Read a visit that was opened with a half of its key; raise NoVisit."""
        try:
            return self._read(plain, half)
        except (struct.error, IndexError, UnicodeDecodeError) as error:
            raise NoVisit("cut off") from error

    def _read(self, plain: bytes, half: bytes) -> Visit:
        version, name, born, used, step, at, has_fork = _HEAD.unpack_from(plain)
        if version != _VERSION:
            raise NoVisit("another version")
        rest = plain[_HEAD.size :]
        count, rest = rest[0], rest[1:]
        marks, rest = rest[: count * TAG_BYTES], rest[count * TAG_BYTES :]
        mask, rest = rest[: self._mask_bytes], rest[self._mask_bytes :]
        length, rest = int.from_bytes(rest[:2], "big"), rest[2:]
        return Visit(
            name,
            half,
            born,
            used,
            self._packer.unpack(rest[:length]),
            frozenset(self._marked(mask)),
            at,
            step,
            tuple(marks[n : n + TAG_BYTES] for n in range(0, len(marks), TAG_BYTES)),
            self._read_draft(rest[length:]),
            has_fork,
        )

    def _mask(self, asked_back: frozenset[str]) -> bytes:
        bits = sum(1 << n for n, name in enumerate(self._oddities) if name in asked_back)
        return bits.to_bytes(self._mask_bytes, "big")

    def _marked(self, mask: bytes) -> Iterator[str]:
        bits = int.from_bytes(mask, "big")
        return (name for n, name in enumerate(self._oddities) if bits >> n & 1)

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
