"""Which facts keep a conclusion unknown: those worth finding out."""

from interview.content import Content, ProgramResult
from interview.rules import (
    UNKNOWN,
    YES,
    Condition,
    NotKnown,
    Row,
    Rulebook,
    Truth,
    comparisons,
    is_fully_known,
)
from interview.screening.flags import FlagBook
from interview.screening.path import Path


class Missing:
    """Looks for what is missing, behind rules that were judged."""

    def __init__(
        self, path: Path, grounds: Rulebook, criteria: Rulebook, flags: FlagBook, content: Content
    ) -> None:
        self._grounds, self._criteria, self._flags = grounds, criteria, flags
        self._layout = path.layout
        self._order = {fact: n for n, fact in enumerate(content.interview.facts_order)}
        self._criteria_of = {p.id: p.criteria for p in content.programs.values()}
        asking = ((flag.id, _not_known_facts(flag.condition)) for flag in content.flags)
        self._not_known = [(flag, facts) for flag, facts in asking if facts]
        self._asked_if = {
            question.id: path.compiler.condition(question.asked_if)
            for question in content.questions
            if question.asked_if is not None
        }

    def facts(
        self,
        row: Row,
        grounds: dict[str, Truth],
        criteria: dict[str, Truth],
        programs: dict[str, ProgramResult],
        flags: dict[str, Truth],
    ) -> tuple[str, ...]:
        """Return what keeps a flag, a ground or a criterion of an open program unknown, in order.

        A flag that is raised because something is not known asks for that, too.
        """
        found: set[str] = set()
        for name, truth in flags.items():
            if truth is UNKNOWN:
                found |= self._flags.unknown(name, row)
        for name, truth in grounds.items():
            if truth is UNKNOWN:
                found |= self._grounds.rules[name].unknown(row)
        for flag, facts in self._not_known:
            if flags[flag] is YES:
                found.update(f for f in facts if not is_fully_known(row[self._layout[f]]))
        if "may_match" in programs.values():
            open_ = [p for p, found_ in programs.items() if found_ == "may_match"]
            needed = {criterion for program in open_ for criterion in self._criteria_of[program]}
            for name in needed:
                if criteria[name] is UNKNOWN:
                    found |= self._criteria.rules[name].unknown(row)
        self._add_unknown_asked_ifs(row, found)
        return tuple(sorted(found, key=self._order.__getitem__))

    def _add_unknown_asked_ifs(self, row: Row, found: set[str]) -> None:
        """Whether a missing fact applies at all may hang on another one."""
        waiting = list(found)
        while waiting:
            asked_if = self._asked_if.get(waiting.pop())
            if asked_if is not None and asked_if.judge(row) is UNKNOWN:
                more = asked_if.unknown(row) - found
                waiting += more
                found |= more


def _not_known_facts(condition: Condition) -> tuple[str, ...]:
    return tuple(part.fact for part in comparisons(condition) if isinstance(part, NotKnown))
