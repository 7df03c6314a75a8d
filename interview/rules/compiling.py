"""A condition tree, compiled once into functions that judge one person's answers.

A person is a list with one place for each fact, for as_of, for each ground and each program:
a value, None for not known, or SKIPPED for a question that does not apply.
"""

from collections.abc import Callable
from operator import itemgetter
from typing import NamedTuple, TypeVar

from interview.rules import conditions as c
from interview.rules.dates import Interval, days_after, years_after
from interview.rules.truth import NO, UNKNOWN, YES, Truth, from_bool

SKIPPED = "(skipped)"
UNSURE = "unsure"
# What each comparison keeps in mind; keeps memory flat over any number of people.
MOST_REMEMBERED = 2_000
T = TypeVar("T")
K = TypeVar("K")
AS_OF = "as_of"

Answer = str | frozenset[str] | Interval | None
Person = list["Answer | Truth"]
Places = dict[str, int]
Judge = Callable[[Person], Truth]
Find = Callable[[Person], frozenset[str]]
NOTHING: frozenset[str] = frozenset()


class Compiled(NamedTuple):
    """A condition as two functions: how it stands, and which facts keep it unknown."""

    judge: Judge
    unknown: Find


def remember(seen: dict[K, T], key: K, found: T) -> T:
    """Keep what was found for a key in mind, and forget the rest when it gets too much."""
    if len(seen) > MOST_REMEMBERED:
        seen.clear()
    seen[key] = found
    return found


def is_fully_known(answer: object) -> bool:
    """Say whether an answer on the path leaves nothing open; a partial date and [x, unsure] do."""
    if isinstance(answer, Interval):
        return answer.is_one_day
    if isinstance(answer, frozenset):
        return UNSURE not in answer
    return answer is not None


def compile_rule(rule: c.Rule, places: Places) -> Compiled:
    """Compile a rule: its condition while unclear_if is NO, and UNKNOWN otherwise."""
    condition = compile_condition(rule.condition, places)
    if rule.unclear_if is None:
        return condition
    unclear = compile_condition(rule.unclear_if, places)

    def judge(person: Person) -> Truth:
        return condition.judge(person) if unclear.judge(person) is NO else UNKNOWN

    return _remember(
        Compiled(judge, _unknown_in((condition, unclear))),
        (rule.condition, rule.unclear_if),
        places,
    )


def compile_condition(condition: c.Condition, places: Places) -> Compiled:
    """Compile a resolved condition tree for people laid out as `places` says."""
    match condition:
        case c.All(parts) | c.Any_(parts) | c.None_(parts):
            return _compile_group(condition, parts, places)
        case c.Named(_, inner) if inner is not None:
            return compile_condition(inner, places)
        case c.GroundHolds(ground, rule) if rule is not None:
            return _compile_ground(ground, rule, places)
        case c.AnyGround(grounds):
            return _compile_group(c.Any_(grounds), grounds, places)
        case c.Compare():
            return _compile_dates(condition, places)
        case c.ProgramIs(program, result):
            place = places[f"program {program}"]
            return Compiled(lambda person: from_bool(person[place] == result), _nothing_unknown)
        case c.FlagRaised(flag):
            place = places[f"flag {flag}"]
            return Compiled(lambda person: from_bool(person[place] is YES), _nothing_unknown)
        case c.Is() | c.Includes() | c.HasAny() | c.NotKnown():
            return _compile_answer(condition, places)
    raise TypeError(f"this condition was not resolved: {condition}")


def _nothing_unknown(person: Person) -> frozenset[str]:
    """A comparison that is always settled."""
    return NOTHING


def _unknown_in(parts: tuple[Compiled, ...]) -> Find:
    """The facts that keep the parts unknown: reached through unknown parts only."""

    def unknown(person: Person) -> frozenset[str]:
        return NOTHING.union(
            *(part.unknown(person) for part in parts if part.judge(person) is UNKNOWN)
        )

    return unknown


def _compile_group(group: c.Condition, parts: tuple[c.Condition, ...], places: Places) -> Compiled:
    compiled = tuple(compile_condition(part, places) for part in parts)
    # Dates take longest to compare, so they are judged last; the order changes no truth.
    by_cost = sorted(zip(map(_dates_in, parts), compiled, strict=True), key=itemgetter(0))
    # The truth that settles the group at once, and the group's truth then and otherwise.
    decisive, settled, otherwise = {
        c.All: (NO, NO, YES),
        c.Any_: (YES, YES, NO),
        c.None_: (YES, NO, YES),
    }[type(group)]
    judges = tuple(part.judge for _, part in by_cost)

    def judge(person: Person) -> Truth:
        result = otherwise
        for part in judges:
            truth = part(person)
            if truth is decisive:
                return settled
            if truth is UNKNOWN:
                result = UNKNOWN
        return result

    return _remember(Compiled(judge, _unknown_in(compiled)), parts, places)


def _dates_in(condition: c.Condition) -> int:
    return sum(isinstance(part, c.Compare) for part in c.comparisons(condition))


def _remember(compiled: Compiled, conditions: tuple[c.Condition, ...], places: Places) -> Compiled:
    """Look up what was judged before, for conditions on closed answers only: dates hardly recur."""
    comparisons = [part for condition in conditions for part in c.comparisons(condition)]
    if any(isinstance(part, c.Compare | c.ProgramIs | c.FlagRaised) for part in comparisons):
        return compiled
    facts = dict.fromkeys(fact for part in comparisons for fact in c.comparison_facts(part))
    answers_of = itemgetter(*(places[fact] for fact in facts))
    judge, unknown = compiled
    return Compiled(_looked_up(judge, answers_of), _looked_up(unknown, answers_of))


def _looked_up(
    find: Callable[[Person], T], answers_of: Callable[[Person], object]
) -> Callable[[Person], T]:
    seen: dict[object, T] = {}

    def look_up(person: Person) -> T:
        answers = answers_of(person)
        try:
            return seen[answers]
        except KeyError:
            return remember(seen, answers, find(person))

    return look_up


def _compile_ground(ground: str, rule: c.Rule, places: Places) -> Compiled:
    """A ground is judged once, before the criteria, and remembered in its own place."""
    place = places[f"ground {ground}"]

    def judge(person: Person) -> Truth:
        truth = person[place]
        assert isinstance(truth, Truth)
        return truth

    return Compiled(judge, compile_rule(rule, places).unknown)


def _open_facts(facts: tuple[str, ...], places: Places) -> Find:
    """Those of the facts that are not fully known."""
    placed = tuple((fact, places[fact]) for fact in facts)

    def unknown(person: Person) -> frozenset[str]:
        return frozenset([fact for fact, place in placed if not is_fully_known(person[place])])

    return unknown


# ---------------------------------------------------------------- comparisons with answers


def _compile_answer(
    comparison: c.Is | c.Includes | c.HasAny | c.NotKnown, places: Places
) -> Compiled:
    """Each answer to a closed question is judged once; after that it is looked up."""
    place = places[comparison.fact]
    weigh = _weighing(comparison)
    seen: dict[object, Truth] = {}

    def judge(person: Person) -> Truth:
        answer = person[place]
        try:
            return seen[answer]
        except KeyError:
            return seen.setdefault(answer, weigh(answer))

    if isinstance(comparison, c.NotKnown):
        return Compiled(judge, _nothing_unknown)
    return Compiled(judge, _open_facts((comparison.fact,), places))


def _weighing(comparison: c.Is | c.Includes | c.HasAny | c.NotKnown) -> Callable[[object], Truth]:
    if isinstance(comparison, c.NotKnown):
        return lambda answer: from_bool(answer != SKIPPED and not _is_usable(answer))
    if isinstance(comparison, c.Is):
        values = frozenset(comparison.values)
        return lambda answer: UNKNOWN if answer is None else from_bool(answer in values)
    wanted = frozenset(comparison.values) if isinstance(comparison, c.Includes) else None
    return lambda answer: _weigh_choices(answer, wanted)


def _is_usable(answer: object) -> bool:
    """A partial date is an answer; [x, unsure] counts as unsure."""
    return isinstance(answer, Interval) or is_fully_known(answer)


def _weigh_choices(answer: object, wanted: frozenset[str] | None) -> Truth:
    if answer is None:
        return UNKNOWN
    if not isinstance(answer, frozenset):
        return NO
    chosen = answer - {UNSURE}
    if chosen if wanted is None else chosen & wanted:
        return YES
    return UNKNOWN if UNSURE in answer else NO


# ---------------------------------------------------------------- comparisons of dates

FindDate = Callable[[Person], "Answer | Truth"]


def _compile_dates(comparison: c.Compare, places: Places) -> Compiled:
    left, right = compile_date(comparison.left, places), compile_date(comparison.right, places)
    compare = c.DATE_VERBS[comparison.verb]

    def judge(person: Person) -> Truth:
        one, other = left(person), right(person)
        if one.__class__ is Interval and other.__class__ is Interval:
            truth: Truth = compare(one, other)
            return truth
        # A comparison with a question that does not apply is NO.
        return NO if one == SKIPPED or other == SKIPPED else UNKNOWN

    facts = c.comparison_facts(comparison)
    unknown = _open_facts(facts, places)
    if len(facts) > 1:
        return Compiled(judge, unknown)
    # One date against the rule's own recurs from person to person; two dates seldom do.
    answers_of = itemgetter(places[AS_OF], *(places[fact] for fact in facts))
    return Compiled(_looked_up(judge, answers_of), unknown)


def compile_date(term: c.DateTerm, places: Places) -> FindDate:
    """Compile a date of the condition language: what it is for one person, None if not known."""
    match term:
        case c.Literal(date, _):
            return lambda person: date
        case c.AsOf():
            place = places[AS_OF]
        case c.DateFact(fact):
            place = places[fact]
        case c.YearsAfter(years, of):
            return _moved(compile_date(of, places), years_after, years)
        case c.DaysAfter(days, of):
            return _moved(compile_date(of, places), days_after, days)
        case c.DaysBefore(days, of):
            return _moved(compile_date(of, places), days_after, -days)
    return lambda person: person[place]


def _moved(find: FindDate, move: Callable[[Interval, int], Interval], by: int) -> FindDate:
    seen: dict[object, Interval] = {}

    def moved(person: Person) -> "Answer | Truth":
        date = find(person)
        if date.__class__ is not Interval:
            return date
        try:
            return seen[date]
        except KeyError:
            assert isinstance(date, Interval)
            return remember(seen, date, move(date, by))

    return moved
