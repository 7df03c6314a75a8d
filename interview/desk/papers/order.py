"""What every paper of the desk is made from: the content, a language, a sheet, practice or not."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from interview.content import Content, Text
from interview.languages import Tongue
from interview.paper import Run, Size, runs


@dataclass(frozen=True)
class DeskOrder:
    """An order for a paper of the desk; `is_practice`: each page says that it is only practice."""

    content: Content
    tongue: Tongue
    size: Size = "us-letter"
    is_practice: bool = False

    @property
    def mark(self) -> str:
        """What stands on each page; an empty text on a real day. Other papers take it too."""
        return self.tongue.say(self.content.desk.printed.practice) if self.is_practice else ""

    def frame(self, title: Text | str) -> dict[str, Any]:
        """What every form asks of the press: the title in plain words, language, size and foot."""
        return {
            "title": title if isinstance(title, str) else self.tongue.say(title),
            "lang": self.tongue.language,
            "size": self.size,
            "foot": self.said(self.content.papers.common.foot),
            "mark": self.mark,
        }

    def said(self, text: Text) -> list[Run]:
        """Say a text in pieces, as the press takes it."""
        return runs(self.tongue.say(text))

    def lines(self, texts: Iterable[Text]) -> list[list[Run]]:
        """Say each text in pieces."""
        return [self.said(text) for text in texts]

    def role(self, id: str) -> str:
        """Say what a role is called; raise KeyError."""
        return self.tongue.say(self.content.desk.rights.role(id).name)
