"""Truth (section 1): a person's answers, the path, and the one walk that judges a condition.

`judge` gives a condition's truth (True, False, or None for UNKNOWN) together with the facts
that leave it UNKNOWN, which section 5 needs.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import product

from oracle.dates import Day, Interval, compare, day_of, days_later, interval_of, moved
from oracle.facts import ASKED_IN_DOUBT, CHOICES, DATES, FACTS
from oracle.words import Tree

Truth = bool | None
# A truth, and the facts in UNKNOWN comparisons reached through UNKNOWN parts only.
Judged = tuple[Truth, set[str]]

UNSURE = "unsure"


@dataclass
class Person:
    """The answers as given, the day, the truth of each asked_if, and what is not reached.

    `programs` are the results of section 2, once they are known.
    """

    answers: dict[str, object]
    as_of: Day
    asked: dict[str, Truth] = field(default_factory=dict)
    unreached: set[str] = field(default_factory=set)
    programs: dict[str, str] = field(default_factory=dict)

    def skipped(self, fact: str) -> bool:
        return self.asked[fact] is False

    def value(self, fact: str) -> object:
        """A yes_no, choice, state or date as given; None where it is not known."""
        given = self.answers.get(fact)
        return None if given == UNSURE else given

    def picks(self, fact: str) -> set[str]:
        """A `choices` answer; "unsure" among them where more may be true."""
        given = self.answers.get(fact)
        return set(given) if isinstance(given, list) else {UNSURE}

    def fully_known(self, fact: str) -> bool:
        """Whether nothing about this fact is left to find out (section 5)."""
        if fact in CHOICES:
            return UNSURE not in self.picks(fact)
        value = self.value(fact)
        if fact in DATES and value is not None:
            return str(value).count("-") == 2
        return value is not None

    def unsettled(self, fact: str) -> bool:
        """On the path, reached, and not fully known."""
        waiting = self.skipped(fact) or fact in self.unreached
        return not waiting and not self.fully_known(fact)


def person_on_path(answers: dict[str, object], as_of: datetime.date, partial: bool) -> Person:
    """Judge every asked_if, each from the ones above it; see what is left to reach."""
    person = Person(answers, day_of(as_of))
    for fact, asked_if in FACTS.items():
        person.asked[fact] = judge(asked_if, person)[0]
        if partial and answers.get(fact) is None and _may_be_asked(fact, person):
            person.unreached.add(fact)
    return person


def _may_be_asked(fact: str, person: Person) -> bool:
    """Section 9: what an unsure answer leaves open is not asked, and counts as reached."""
    possible = outcomes(FACTS[fact], person)
    return True in possible or (None in possible and fact in ASKED_IN_DOUBT)


# ------------------------------------------------------------------------------ the walk


def judge(tree: Tree, person: Person) -> Judged:
    """Strong Kleene logic. A part that is YES or NO leaves no fact open."""
    kind = tree[0]
    if kind == "always":
        return True, set()
    if kind == "program":
        return person.programs.get(tree[1]) in tree[2], set()
    if kind == "unsure of":
        return any(person.unsettled(fact) for fact in tree[1]), set()
    if kind == "not":
        truth, open_facts = judge(tree[1], person)
        return _negated(truth), open_facts
    if kind in ("all", "any"):
        parts = [judge(part, person) for part in tree[1]]
        truth = _of_list(kind, [truth for truth, _ in parts])
        return truth, (open_among(parts) if truth is None else set())
    if kind == "rule":
        return _judge_rule(judge(tree[1], person), judge(tree[2], person))
    return _judge_comparison(tree, person)


def _negated(truth: Truth) -> Truth:
    return None if truth is None else not truth


def _of_list(kind: str, truths: Iterable[Truth]) -> Truth:
    found = set(truths)
    deciding = kind == "any"  # one YES decides an "any", one NO an "all"
    if deciding in found:
        return deciding
    return None if None in found else not deciding


def _judge_rule(condition: Judged, unclear_if: Judged) -> Judged:
    if unclear_if[0] is False:
        return condition
    return None, open_among([condition, unclear_if])


def open_among(parts: Iterable[Judged]) -> set[str]:
    return {fact for _, open_facts in parts for fact in open_facts}


# --------------------------------------------------------------------------- comparisons


def _judge_comparison(tree: Tree, person: Person) -> Judged:
    facts = _facts_compared(tree)
    if any(person.skipped(fact) for fact in facts):
        return False, set()  # the fact does not apply: a comparison with it is NO
    truth = _compare_answer(tree, person)
    return truth, (facts if truth is None else set())


def _facts_compared(tree: Tree) -> set[str]:
    if tree[0] in ("before", "on or before"):
        return {moment[1] for moment in tree[1:] if moment[0] == "date"}
    return {tree[1]}


def _compare_answer(tree: Tree, person: Person) -> Truth:
    kind = tree[0]
    if kind in ("before", "on or before"):
        left, right = (interval_at(moment, person) for moment in tree[1:])
        return compare(kind, left, right)
    if kind in ("is", "not known"):
        value = person.value(tree[1])
        if value is None:
            return True if kind == "not known" and tree[1] not in person.unreached else None
        return kind == "is" and value in tree[2]
    picks = person.picks(tree[1])
    wanted = picks - {UNSURE} if kind == "has any" else picks & set(tree[2])
    if wanted:
        return True
    return None if UNSURE in picks else False


def interval_at(moment: Tree, person: Person) -> Interval | None:
    """Where this moment may lie; None where nothing is known of it, or it does not apply."""
    if moment[0] == "day":
        return moment[1], moment[1]
    if moment[0] == "as_of":
        on = days_later(person.as_of, moment[1])
        return on, on
    _, fact, years, days = moment
    text = None if person.skipped(fact) else person.value(fact)
    return None if text is None else moved(interval_of(str(text)), years, days)


# ------------------------------------------------------------------------ what may come


def outcomes(tree: Tree, person: Person) -> set[Truth]:
    """Every truth that answers to the facts not reached may give it.

    Exact where no fact stands in it twice, as in each asked_if and each cautious flag.
    """
    kind = tree[0]
    if kind == "not":
        return {_negated(truth) for truth in outcomes(tree[1], person)}
    if kind in ("all", "any"):
        parts = [outcomes(part, person) for part in tree[1]]
        return {_of_list(kind, truths) for truths in product(*parts)}
    if kind != "always" and _facts_compared(tree) & person.unreached:
        return {True, False, None}
    return {judge(tree, person)[0]}
