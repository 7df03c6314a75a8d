"""What a difference between two results is called, in plain words."""

from collections.abc import Iterator, Mapping

from interview.authoring.diff.differences import LISTS, SINGLE, WHOLE, Kind
from interview.authoring.diff.said_things import first_sentence
from interview.authoring.prover import Concluded
from interview.content import Content, Text

_SINGLE_WORDS = {
    "lane": "Colour of the folder",
    "level": "Priority level",
    "escalation": "How to go on after a no",
}
_LIST_WORDS = {
    "flags": "Flag",
    "positive": "Good factor",
    "adverse": "Factor against",
    "stage": "Stage of the case",
    "options": "What can be asked for",
    "memos": "Memo",
    "notes": "Note",
    "steps": "Step after a no",
    "deadlines": "Deadline",
    "today": "Law of today",
    "circuit": "What the appeals court said of bond",
}
_WHOLE_WORDS = {"missing": "What is not known yet", "asked": "Which questions are asked"}
# What matters most to a person comes first.
ORDER = ("lane", "program", "level", "flags", "deadlines", "options", "stage", "escalation",
         "steps", "memos", "notes", "today", "circuit", "positive", "adverse", "ground",
         "criterion", *WHOLE)  # fmt: skip


class KindsInWords:
    """Names what the results of one content speak of."""

    def __init__(self, content: Content) -> None:
        named: dict[str, Mapping[str, Text]] = {
            "program": {name: program.name for name, program in content.programs.items()},
            "criterion": {name: one.requirement for name, one in content.criteria.items()},
            "ground": {ground.id: ground.name for ground in content.priorities.grounds},
            "flags": {flag.id: flag.name for flag in content.flags},
            "options": {o.id: o.ask for stage in content.options.stages for o in stage.options},
            "stage": {stage.id: stage.name for stage in content.options.stages},
            "memos": {memo.id: memo.title for memo in content.memos},
            "notes": {note.id: note.text for note in content.notes},
            "positive": {factor.id: factor.name for factor in content.factors.positive},
            "adverse": {factor.id: factor.name for factor in content.factors.adverse},
            "steps": {step.id: step.name for step in content.escalation.steps},
            "deadlines": {deadline.id: deadline.name for deadline in content.deadlines},
            "missing": {question.id: question.short for question in content.questions},
            "asked": {question.id: question.short for question in content.questions},
            "today": {timeline.id: timeline.name for timeline in content.law.timelines},
        }
        self.names = {kind: _said(texts) for kind, texts in named.items()}

    def say(self, kind: Kind) -> str:
        """Return a kind of difference as a line."""
        first, _, rest = kind.name.partition(" ")
        if kind.name in SINGLE:
            return f"{_SINGLE_WORDS[first]}: {value(kind.before)} → {value(kind.after)}"
        if kind.name in WHOLE:
            return f"{_WHOLE_WORDS[first]}: differs"
        if first in LISTS:
            how = {"no longer has": "no longer", "now has": "now"}.get(rest, "told otherwise")
            return f"{_LIST_WORDS[first]}, {how}: {self.name(first, kind.before or kind.after)}"
        name = self.name(first, rest)
        return f"{name}: {value(kind.before)} → {value(kind.after)}"

    def name(self, kind: str, item: str) -> str:
        """Return what an item of a conclusion is called."""
        item, _, more = item.partition(" ")
        if kind == "today":
            item, _, day = item.partition("/")
            more = f"({day})" if day else ""
        found = self.names.get(kind, {}).get(item, item)
        return f"{found} {more}".strip()

    def differing(self, before: Concluded, after: Concluded) -> Iterator[tuple[str, str, str]]:
        """Yield what two results of one person say otherwise: what, before and after."""
        yield _SINGLE_WORDS["lane"], value(str(before["lane"])), value(str(after["lane"]))
        for name in sorted(dict.fromkeys((*before, *after)), key=_rank):
            was, now = (found.get(name, frozenset()) for found in (before, after))
            first, _, rest = name.partition(" ")
            if was == now or name == "lane":
                continue
            if isinstance(was, frozenset) and isinstance(now, frozenset):
                if told := {**_LIST_WORDS, **_WHOLE_WORDS}.get(name):
                    yield told, self.listed(name, was - now), self.listed(name, now - was)
            elif first in ("program", "criterion", "ground"):
                yield self.name(first, rest), value(str(was)), value(str(now))
            elif name in SINGLE:
                yield _SINGLE_WORDS[name], value(str(was)), value(str(now))

    def listed(self, kind: str, items: frozenset[str]) -> str:
        """Return the names of some items, or that there is none."""
        return "; ".join(self.name(kind, item) for item in sorted(items)) or "none"


def rank(kind: Kind) -> int:
    """Say how much a kind of difference matters, 0 the most."""
    return ORDER.index(kind.name.partition(" ")[0])


def _rank(name: str) -> int:
    first = name.partition(" ")[0]
    return ORDER.index(first) if first in ORDER else len(ORDER)


def _said(texts: Mapping[str, Text]) -> dict[str, str]:
    return {item: first_sentence(text.variants()[-1].to_self) for item, text in texts.items()}


def value(word: str) -> str:
    """Return a value of a conclusion in words."""
    return {"unknown": "not known", "(not there)": "not there"}.get(word, word.replace("_", " "))
