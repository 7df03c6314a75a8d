"""Says answers, labels and sources in the reader's language and voice."""

import datetime

from interview.content import SOURCE_LANGUAGE, Citation, Content, Question, Sourced
from interview.languages import Tongue
from interview.rules import Answer, Interval


class Phrasing:
    """Speaks one content in one tongue."""

    def __init__(self, content: Content, tongue: Tongue) -> None:
        self.content = content
        self.tongue = tongue
        self.say = tongue.say
        self.labels = content.wording.labels

    def label(self, prefix: str, word: str) -> str:
        """Say a label of the content by its first and last word."""
        return self.say(getattr(self.labels, f"{prefix}_{word}"))

    def source(self, item: Sourced, as_of: datetime.date, with_certainty: bool) -> str:
        """Name each document once with its places, as of a local date; say how sure that is."""
        by_document: dict[str, list[str]] = {}
        for cited in item.source:
            if cited.since is None or cited.since <= as_of:
                by_document.setdefault(cited.document, []).append(self._place(cited))
        named = ". ".join(self._citation(*entry) for entry in by_document.items())
        how_sure = self._how_sure(item) if with_certainty else ""
        return f"{self.say(self.labels.source)}: {named}.{how_sure}"

    def _how_sure(self, item: Sourced) -> str:
        if item.certainty == "high":
            return ""
        labels = {"medium": self.labels.one_source, "unread": self.labels.unread}
        return f" {self.say(labels[item.certainty])}"

    def _citation(self, document_id: str, places: list[str]) -> str:
        """Without a short name for the document, its places say it all."""
        document = self.content.sources[document_id]
        if document.cited_as is None:
            return ". ".join(places)
        mark = ":" if document.own_words else ","
        return f"{self.say(document.cited_as)}{mark} {', '.join(places)}"

    def _place(self, cited: Citation) -> str:
        """In this product's words, or quoted in English, as lawyers cite it."""
        if self.content.sources[cited.document].own_words:
            return self.tongue.translate(cited.pinpoint)
        is_english = self.tongue.language == SOURCE_LANGUAGE
        return cited.pinpoint if is_english else f"*{cited.pinpoint}*"

    def answer(self, question: Question, given: Answer) -> str:
        """Say an answer in the words of the question's own labels."""
        if given is None:
            return self.say(self.labels.unsure if question.unsure else self.labels.not_answered)
        if isinstance(given, Interval):
            return self.date(given)
        if isinstance(given, frozenset):
            return self._choices(question, given)
        return self.say(question.label(given))

    def _choices(self, question: Question, given: frozenset[str]) -> str:
        chosen = [self.say(value.label) for value in question.values if value.id in given]
        if len(chosen) < len(given):
            chosen.append(self.say(self.labels.and_more_unsure))
        return ". ".join(chosen) if chosen else self.say(self.labels.none_of_these)

    def date(self, given: Interval) -> str:
        """A day in words; a month or a year only as far as it is known."""
        first = datetime.date.fromordinal(given.first)
        if given.is_one_day:
            return self.tongue.date(first)
        if given.last - given.first > 31:
            return str(first.year)
        return self.tongue.month(first)
