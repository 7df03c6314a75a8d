"""The answers of a visit as bytes."""

import json
import zlib
from collections.abc import Mapping

from interview.content import Content
from interview.screening import AnswerReader, AnswerError


class AnswerPacker:
    """Packs and unpacks the answers to one content's questions."""

    def __init__(self, content: Content, reader: AnswerReader) -> None:
        self._facts = [q.id for q in content.questions]
        self._reader = reader
        self.longest = 900

    def pack(self, answers: Mapping[str, str]) -> bytes:
        return zlib.compress(json.dumps({self._facts.index(f): a for f, a in answers.items()}).encode(), 9)

    def unpack(self, packed: bytes) -> dict[str, str]:
        found = json.loads(zlib.decompress(packed)) if packed else {}
        return {self._facts[int(n)]: a for n, a in found.items()}
