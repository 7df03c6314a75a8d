"""Checks that every two facts that bear on one another have an oddity, or a reason why none.

Two facts bear on one another where a rule or a program speaks of both, where both are dates, or
where one names a value of the other: a fact of DACA beside a status that is DACA.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from interview.authoring.texts import Finding, findings
from interview.content import Content, NoOddity, OddityList, Question
from interview.loading import EVERY_OTHER, QuestionsFolder, walk
from interview.rules import Rule, facts
from interview.rules import conditions as c

Pair = frozenset[str]
# Their rules join nothing: an oddity is what is looked for, and a name is joined where it is used.
_LEFT_OUT = ("oddities", "conditions")


def pairs_joined(reading: QuestionsFolder) -> set[Pair]:
    """Return every two facts that a rule, a program, a date or a name joins."""
    content = reading.content
    assert content is not None
    groups = [*_in_rules(reading), *_in_programs(content)]
    groups.append({q.id for q in content.questions if q.type == "date"})
    found = {frozenset(pair) for group in groups for pair in combinations(sorted(group), 2)}
    return found | set(_named(content))


def with_an_oddity(content: Content) -> set[Pair]:
    """Return every two facts of which an oddity speaks together."""
    return {
        frozenset(pair)
        for oddity in content.oddities
        for pair in combinations(sorted({oddity.about, *facts(oddity.condition)}), 2)
    }


def reasons(reading: QuestionsFolder) -> tuple[NoOddity, ...]:
    """Return what the file of oddities says of facts that need none."""
    oddities = reading.models["oddities"]
    assert isinstance(oddities, OddityList)
    return oddities.no_oddity


def with_a_reason(entry: NoOddity, content: Content) -> set[Pair]:
    """Return every two facts of which an entry says why they need no oddity."""
    if not entry.beside:
        return {frozenset(pair) for pair in combinations(sorted(entry.facts), 2)}
    every = [question.id for question in content.questions]
    others = every if EVERY_OTHER in entry.beside else entry.beside
    return {frozenset((one, two)) for one in entry.facts for two in others if one != two}


def pair_checks(reading: QuestionsFolder) -> Iterator[Finding]:
    """Yield the facts that have neither beside another, and the reasons that nothing asks for."""
    content = reading.content
    assert content is not None
    document, wanted = reading.documents["oddities"], pairs_joined(reading)
    told = with_an_oddity(content)
    for number, entry in enumerate(reasons(reading)):
        if not with_a_reason(entry, content) & wanted:
            yield findings.warn(
                document, ("no_oddity", number), "", "pair",
                f"nothing joins {', '.join(entry.facts)} with what stands beside",
                "Take the reason out.",
            )  # fmt: skip
        told |= with_a_reason(entry, content)
    order = {question.id: number for number, question in enumerate(content.questions)}
    left: dict[str, list[str]] = defaultdict(list)
    for one, other in sorted(sorted(pair, key=order.__getitem__) for pair in wanted - told):
        left[one].append(other)
    for one, others in left.items():
        yield findings.warn(
            document, ("oddities",), one, "pair",
            f"it bears on {', '.join(others)}, and no oddity speaks of them together",
            "Write one, or say under no_oddity why their answers always fit.",
        )  # fmt: skip


def _in_rules(reading: QuestionsFolder) -> Iterator[set[str]]:
    """The facts of each entry of each file: its conditions and its date."""
    for name, model in reading.models.items():
        groups: dict[object, set[str]] = defaultdict(set)
        for place, value in walk(model) if name not in _LEFT_OUT else ():
            if isinstance(value, c.Condition):
                groups[place[:-1]].update(facts(value))
            elif isinstance(value, c.DateTerm):
                groups[place[:-1]].update(c.term_facts(value))
            elif isinstance(value, Question) and value.asked_if is not None:
                groups[place].add(value.id)
        yield from groups.values()


def _in_programs(content: Content) -> Iterator[set[str]]:
    for program in content.programs.values():
        rules = [content.criteria[name].rule for name in program.criteria]
        yield {fact for rule in rules for fact in _facts(rule)}


def _facts(rule: Rule) -> Iterator[str]:
    for tree in (rule.condition, rule.unclear_if):
        yield from facts(tree) if tree is not None else ()


def _named(content: Content) -> Iterator[Pair]:
    """Facts of which one has a value that the other has too, or is named after."""
    for one, other in combinations(content.questions, 2):
        if _names(one) & (_names(other) | _words(other)) or _names(other) & _words(one):
            yield frozenset((one.id, other.id))


def _names(question: Question) -> set[str]:
    return {value.id for value in question.values} - {"none"}


def _words(question: Question) -> set[str]:
    return set(question.id.split("_"))
