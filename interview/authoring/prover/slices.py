"""What a conclusion hangs on, so that a proof need look at no more of the content than that.

A rule is judged by the facts in its condition, by whether those are asked, and by the programs and
flags that it names. Whoever breaks a claim breaks it by these alone: left out of everybody, the
other answers change nothing of it, and put back as not known they change nothing either. So what
is proved of a slice is proved of the whole, and the other way round.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from interview.content import Conditioned, Content, Part
from interview.rules import conditions as c

T = TypeVar("T")
# What goes by two words: "flag detained". A fact goes by one.
_FLAG, _CRITERION, _GROUND, _PROGRAM = "flag", "criterion", "ground", "program"
ESCALATION = "escalation"
_NEVER = c.Compare(c.AsOf(), "is before", c.AsOf())


class Slices:
    """The slices of one content."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._hangs_on = {
            **{f"{_FLAG} {flag.id}": _of_rule(flag) for flag in content.flags},
            **{f"{_CRITERION} {name}": _of_rule(one) for name, one in content.criteria.items()},
            **{f"{_GROUND} {one.id}": _of_rule(one) for one in content.priorities.grounds},
            **{
                f"{_PROGRAM} {name}": frozenset(f"{_CRITERION} {one}" for one in program.criteria)
                for name, program in content.programs.items()
            },
            ESCALATION: _of_tree(content.escalation.shown_if),
            **{question.id: _of_tree(question.asked_if) for question in content.questions},
        }
        self.facts = frozenset(question.id for question in content.questions)
        # Every conclusion that has a slice of its own.
        self.conclusions = tuple(name for name in self._hangs_on if name not in self.facts)

    def reached_by(self, names: Iterable[str]) -> frozenset[str]:
        """Return the facts and conclusions on which some of them hang, themselves included."""
        found: set[str] = set()
        waiting = list(names)
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += self._hangs_on[name]
        return frozenset(found)

    def content_of(self, reached: frozenset[str]) -> Content:
        """Return the content as if nothing were there but what was reached."""
        content = _without_outcomes(self._content)
        if ESCALATION not in reached:
            shown = {"shown_if": _NEVER}
            content = replace(content, escalation=content.escalation.model_copy(update=shown))
        listed = content.priorities.grounds
        grounds = tuple(one for one in listed if f"{_GROUND} {one.id}" in reached)
        return replace(
            content,
            parts=_parts_with(content, reached),
            flags=tuple(f for f in content.flags if f"{_FLAG} {f.id}" in reached),
            criteria=_reached(content.criteria, _CRITERION, reached),
            programs=_reached(content.programs, _PROGRAM, reached),
            priorities=content.priorities.model_copy(update={"grounds": grounds}),
        )

    def with_questions_of(self, reached: frozenset[str]) -> Content:
        """Return the content with every rule, and no question but those reached."""
        parts = _parts_with(self._content, reached)
        return replace(_without_outcomes(self._content), parts=parts)


def _reached(found: dict[str, T], kind: str, reached: frozenset[str]) -> dict[str, T]:
    return {name: one for name, one in found.items() if f"{kind} {name}" in reached}


def _parts_with(content: Content, reached: frozenset[str]) -> dict[str, Part]:
    return {
        name: part.model_copy(
            update={"questions": tuple(q for q in part.questions if q.id in reached)}
        )
        for name, part in content.parts.items()
    }


def _without_outcomes(content: Content) -> Content:
    """Return the content without what is only said beside the result: no rule hangs on it."""
    none_of = {
        "factors": ("positive", "adverse"),
        "options": ("stages",),
        "escalation": ("steps", "starts"),
        "circuits": ("circuits",),
    }
    empty = {
        name: getattr(content, name).model_copy(update=dict.fromkeys(lists, ()))
        for name, lists in none_of.items()
    }
    empty["circuits"] = empty["circuits"].model_copy(update={"condition": _NEVER})
    return replace(content, notes=(), memos=(), deadlines=(), oddities=(), **empty)


def _of_rule(one: Conditioned) -> frozenset[str]:
    trees = (one.condition, *(getattr(one, key, None) for key in ("unclear_if", "cautious_unless")))
    return frozenset(name for tree in trees for name in _of_tree(tree))


def _of_tree(tree: c.Condition | None) -> frozenset[str]:
    return frozenset(_named_in(tree)) if tree is not None else frozenset()


def _named_in(tree: c.Condition) -> Iterator[str]:
    for comparison in c.comparisons(tree):
        if isinstance(comparison, c.ProgramIs):
            yield f"{_PROGRAM} {comparison.program}"
        elif isinstance(comparison, c.FlagRaised):
            yield f"{_FLAG} {comparison.flag}"
        else:
            yield from c.comparison_facts(comparison)
