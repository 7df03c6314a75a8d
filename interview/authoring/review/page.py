"""Every text and rule on one page, in both languages, for the lawyer who signs them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from interview.authoring.review.editions import RecordedEdition, Since, digests
from interview.authoring.review.entries import File, ReviewEntry, SaidCondition, SaidText
from interview.authoring.review.last_changed import LastChanged
from interview.authoring.review.signatures import NOT_REVIEWED, SignRow, rows
from interview.content import SOURCE_LANGUAGE, Citation, Content, Model, Signable, Text
from interview.languages import MissingTranslation, Tongue, in_context
from interview.loading import Place, QuestionsFolder
from interview.rules import conditions as c
from interview.summary import ConditionSayer
from interview.summary import html as markup

_KEYS = {"condition": "applies_if", "asked_if": "asked_if", "shown_if": "applies_if",
         "unclear_if": "unclear_if"}  # fmt: skip
# What a lawyer signs beside the texts, as it stands in the file.
_SETTINGS = ("urgency", "from", "until", "cautious", "cautious_unless", "timelines", "date",
             "status", "sheet_only", "said_by_last_day", "court", "bond", "states")  # fmt: skip


class Review:
    """The page of one reading; where a translation is missing, its place stays empty."""

    def __init__(
        self,
        reading: QuestionsFolder,
        other: Tongue,
        name: str,
        folder: Path,
        edition: RecordedEdition | None = None,
    ) -> None:
        assert reading.content is not None
        self.content: Content = reading.content
        self.reading = reading
        english = Tongue(SOURCE_LANGUAGE, "client", {})
        self.tongues, self.name = (english, other), name
        self.sayers = tuple(ConditionSayer(self.content, tongue) for tongue in self.tongues)
        not_committed = english.say(self.content.review_words.not_committed)
        self.changes = LastChanged(folder.resolve().parent, not_committed)
        self.rows = {(row.file, row.place): row for row in rows(reading)}
        self.edition = edition
        self.digests = digests(reading) if edition else {}

    def html(self, is_unsigned: bool = False, is_new: bool = False) -> str:
        """Return the page as one HTML file that needs nothing else.

        It holds everything, or just what is not signed, or is new or changed since the edition.
        """
        words = {name: self.tongues[0].say(text) for name, text in self.content.review_words}
        template = markup.environment().get_template("review.html")
        files, count = list(self.files(is_unsigned, is_new)), self.count()
        return template.render(
            files=files,
            words=words,
            count=count,
            other=self.tongues[1],
            name=self.name,
            edition=self.edition,
        )

    def count(self) -> str:
        """Say how much is signed as it stands, and how much is not."""
        count = Counter(row.state for row in self.rows.values())
        told = (
            f"{count.total()} entries: {count['signed']} signed, {count['unsigned']} not signed, "
            f"{count['changed']} changed since, {count['unknown']} cannot tell."
        )
        if self.edition is None:
            return told
        since = Counter(self.since(row) for row in self.rows.values())
        return (
            f"{told} Since the {self.edition.name} edition ({self.edition.on}): "
            f"{since['new']} new, {since['changed']} changed, {since['same']} the same."
        )

    def since(self, row: SignRow) -> Since | None:
        """Say whether an entry is new or changed since the edition, where there is one."""
        if self.edition is None:
            return None
        return self.edition.since(row.name, self.digests.get(row.name, ""))

    def files(self, is_unsigned: bool = False, is_new: bool = False) -> Iterator[File]:
        """Yield the content files in the order of reading: the parts first."""
        parts = [f"parts/{part}" for part in self.content.interview.parts]
        others = [name for name in self.reading.models if not name.startswith("parts/")]
        for name in (*parts, *others):
            if name not in NOT_REVIEWED:
                entries = [
                    entry
                    for entry in self.entries(name)
                    if not (is_unsigned and entry.row.state == "signed")
                    and not (is_new and entry.since == "same")
                ]
                if entries:
                    yield File(self.reading.documents[name].file, entries)

    def entries(self, name: str) -> list[ReviewEntry]:
        """Return the rows of one file, in its order."""
        found: list[ReviewEntry] = []
        self.collect(name, (), self.reading.models[name], None, found)
        return found

    def entry(self, name: str, place: Place, item: Any) -> ReviewEntry | None:
        """Return the row of a thing that can be signed, or None where it says nothing itself."""
        row = self.rows.get((name, place))
        if row is None:
            return None
        document = self.reading.documents[name]
        lines = [line for at, line in document.lines.items() if at[: len(place)] == place]
        first, last = document.line(place), max(lines, default=1)
        changed = self.changes.between(document.file, first, last)
        last_name = row.name.rpartition("/")[2]
        shown = str(getattr(item, "id", "") or getattr(item, "date", "") or last_name)
        settings = list(_settings(_at(document.data, place)))
        where = f"{document.file}:{first}"
        since = self.since(row)
        return ReviewEntry(shown, where, changed, row, since, place, settings=settings)

    def collect(
        self,
        name: str,
        place: Place,
        value: Any,
        entry: ReviewEntry | None,
        found: list[ReviewEntry],
    ) -> None:
        """Put each text, condition and source under the nearest question or rule around it."""
        if isinstance(value, Signable):
            entry = self.entry(name, place, value)
            found += [entry] if entry else []
        if entry is None:
            self.collect_inside(name, place, value, None, found)
        elif isinstance(value, Text):
            self.add_text(entry, _key(place[len(entry.place) :]), value)
        elif isinstance(value, Citation):
            entry.sources.append(_cited(self.title(value), value))
        elif isinstance(value, c.Condition):
            # What makes a cautious flag less so stands among the settings.
            if place[-1] != "cautious_unless":
                self.add_condition(entry, str(place[-1]), value)
        else:
            self.collect_inside(name, place, value, entry, found)

    def collect_inside(
        self,
        name: str,
        place: Place,
        value: Any,
        entry: ReviewEntry | None,
        found: list[ReviewEntry],
    ) -> None:
        parts: Iterable[tuple[str | int, Any]] = ()
        if isinstance(value, Model):
            parts = value
        elif isinstance(value, dict):
            parts = value.items()
        elif isinstance(value, tuple) and not hasattr(value, "_fields"):
            parts = enumerate(value)
        for step, part in parts:
            self.collect(name, (*place, step), part, entry, found)

    def title(self, cited: Citation) -> str:
        return self.tongues[0].say(self.content.sources[cited.document].title)

    def add_text(self, entry: ReviewEntry, key: str, text: Text) -> None:
        english, other = self.tongues
        helper = english.say(self.content.review_words.helper_voice)
        for said in text.variants():
            since = f", from {said.since}" if said.since else ""
            for words in dict.fromkeys((said.to_self, said.to_client)):
                voice = "" if words == said.to_self else f" ({helper})"
                shown = f"{key}{voice}{since}"
                entry.english.append(SaidText(shown, words))
                entry.translated.append(
                    SaidText(shown, _translated(other, in_context(words, said.context)))
                )

    def add_condition(self, entry: ReviewEntry, key: str, condition: c.Condition) -> None:
        for tongue, sayer in zip(self.tongues, self.sayers, strict=True):
            try:
                said = SaidCondition(
                    tongue.language, sayer.word(_KEYS.get(key, "applies_if")), sayer.say(condition)
                )
            except MissingTranslation:
                continue
            entry.conditions.append(said)


def _cited(title: str, cited: Citation) -> str:
    since = f" (from {cited.since})" if cited.since else ""
    return f"{title}: {cited.pinpoint}{since}"


def _translated(tongue: Tongue, english: str) -> str:
    try:
        return tongue.translate(english)
    except MissingTranslation:
        return ""


def _at(data: Any, place: Place) -> Any:
    """What stands at a place; a model may call a key by another name, and has no settings there."""
    for step in place:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return {}
    return data


def _settings(written: Any) -> Iterator[str]:
    """Yield the settings of an entry, each as it is written."""
    for key in _SETTINGS if isinstance(written, dict) else ():
        value = written.get(key)
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            yield f"{key}: {', '.join(value)}"
        elif isinstance(value, str | bool):
            yield f"{key}: {value}"


def _key(place: Place) -> str:
    """The names on the way to a text from its entry: hint, or values 2 label."""
    return " ".join(str(step + 1) if isinstance(step, int) else step for step in place)
