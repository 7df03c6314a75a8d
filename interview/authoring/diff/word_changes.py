"""What two editions say otherwise, in plain sentences before and after."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from interview.authoring.diff.said_things import SENTENCE_END, SaidThing, Saying
from interview.content import Content

# What the prover and the crowd go by comes first on the page.
_RULE_LABELS = ("applies if", "not clear if", "asked if", "from", "until", "date", "when",
                "shown if", "urgency", "cautious", "cautious unless")  # fmt: skip
# A rule of more lines is shown only around what differs.
_SHORT_RULE = 4
# So many letters of each text are shown of what is wholly new or gone.
_BEGINNING = 160
# Each line of a rule is so much deeper than the line that it stands under.
_STEP = 2


@dataclass(frozen=True)
class SaidChange:
    """One label of a thing, with the lines that only the one edition has, and only the other."""

    label: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True)
class ChangedThing:
    """Something that is new, gone or said otherwise, with what changed in it."""

    name: str
    title: str
    how: str
    changes: tuple[SaidChange, ...]

    @property
    def is_rule(self) -> bool:
        """Say whether more than words changed."""
        return any(change.label in _RULE_LABELS for change in self.changes)


def word_changes(old: Content, new: Content) -> list[ChangedThing]:
    """Return what is new, gone or said otherwise; rules before words."""
    found = list(_changed(Saying(old).things(), Saying(new).things()))
    return sorted(found, key=lambda thing: not thing.is_rule)


def _changed(old: dict[str, SaidThing], new: dict[str, SaidThing]) -> Iterator[ChangedThing]:
    moved = dict(_moved(old, new))
    for name in dict.fromkeys((*old, *new)):
        if name in moved.values():
            continue
        was, now = old.get(name), new.get(moved.get(name, name))
        changes = tuple(_changes(was, now))
        if changes:
            thing = now or was
            assert thing is not None
            how = "new" if was is None else "taken out" if now is None else ""
            yield ChangedThing(thing.name, thing.title, how, _brief(changes) if how else changes)


def _brief(changes: tuple[SaidChange, ...]) -> tuple[SaidChange, ...]:
    """What is wholly new or gone, with the beginning of each line."""

    def begun(lines: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(f"{line[:_BEGINNING]}…" if len(line) > _BEGINNING else line for line in lines)

    return tuple(SaidChange(one.label, begun(one.before), begun(one.after)) for one in changes)


def _moved(old: dict[str, SaidThing], new: dict[str, SaidThing]) -> Iterator[tuple[str, str]]:
    """Yield the old and new names of what has only another date, and so another name."""
    gone = [name for name in old if name not in new and "date" in old[name].said]
    come = [name for name in new if name not in old and "date" in new[name].said]
    for name in gone:
        for other in come:
            if _without_date(old[name]) == _without_date(new[other]):
                come.remove(other)
                yield name, other
                break


def _without_date(thing: SaidThing) -> dict[str, list[str]]:
    return {label: lines for label, lines in thing.said.items() if label != "date"}


def _changes(was: SaidThing | None, now: SaidThing | None) -> Iterator[SaidChange]:
    before = was.said if was else {}
    after = now.said if now else {}
    for label in dict.fromkeys((*before, *after)):
        rules = [thing.rules.get(label) for thing in (was, now) if thing]
        if len(rules) == 2 and rules[0] is not None and rules[0] == rules[1]:
            # The same rule, whose questions or values are called otherwise: told of them.
            continue
        pair = before.get(label, []), after.get(label, [])
        if pair[0] != pair[1]:
            is_rule = any(rule is not None for rule in rules)
            yield SaidChange(label, *(_rule(*pair) if is_rule else _texts(*pair)))


def _rule(was: list[str], now: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Both rules whole where they are short; else the lines that differ."""
    if max(len(was), len(now)) <= _SHORT_RULE:
        return tuple(was), tuple(now)
    return tuple(_around(was, now)), tuple(_around(now, was))


def _around(lines: list[str], others: list[str]) -> Iterator[str]:
    """Yield the lines that others have not, with the line above each and those right under it."""
    differing = [n for n, line in enumerate(lines) if line not in others]
    shown = set(differing)
    for n in differing:
        shown |= set(_right_under(lines, n))
        above = (m for m in range(n - 1, -1, -1) if _depth(lines[m]) < _depth(lines[n]))
        shown |= {next(above, n)}
    last = -1
    for n in sorted(shown):
        if n != last + 1:
            yield "…"
        yield lines[n]
        last = n
    if last != len(lines) - 1:
        yield "…"


def _right_under(lines: list[str], number: int) -> Iterator[int]:
    depth = _depth(lines[number])
    for n in range(number + 1, len(lines)):
        if _depth(lines[n]) <= depth:
            return
        if _depth(lines[n]) == depth + _STEP:
            yield n


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _texts(was: list[str], now: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The texts that only one edition has; of one text each, the sentences that differ."""
    gone = [text for text in was if text not in now]
    come = [text for text in now if text not in was]
    if not gone and not come:
        return tuple(was), tuple(now)
    pairs = zip(gone, come, strict=True) if len(gone) == len(come) else ()
    shorter = [(_differing(a, b), _differing(b, a)) for a, b in pairs]
    if shorter:
        gone, come = ([pair[side] for pair in shorter] for side in (0, 1))
    return tuple(gone), tuple(come)


def _differing(text: str, other: str) -> str:
    """The sentences that another text has not; an ellipsis stands for the others."""
    others = SENTENCE_END.split(other)
    kept = [part if part not in others else "…" for part in SENTENCE_END.split(text)]
    return re.sub(r"…( …)+", "…", " ".join(kept))
