"""The comparisons of a condition, each compiled into functions that judge a row."""

from collections.abc import Callable
from operator import itemgetter

from interview.rules import conditions as c
from interview.rules.dates import Interval, days_after, years_after
from interview.rules.rows import (
    AS_OF,
    NOT_REACHED,
    NOTHING,
    SKIPPED,
    UNSURE,
    Answer,
    Compiled,
    Judge,
    Layout,
    Row,
    is_fully_known,
    looked_up,
    remember,
)
from interview.rules.truth import NO, UNKNOWN, YES, Truth, from_bool

OnAnswer = c.Is | c.Includes | c.HasAny | c.NotKnown


def compile_answer(comparison: OnAnswer, layout: Layout) -> Compiled:
    """Compile a comparison with a closed answer; each answer is judged once, then looked up."""
    index = layout[comparison.fact]
    weigh = _weighing(comparison)
    seen: dict[object, Truth] = {}

    def judge(row: Row) -> Truth:
        answer = row[index]
        try:
            return seen[answer]
        except KeyError:
            return remember(seen, answer, weigh(answer))

    return _compiled(comparison, judge, layout)


def compile_flag(line: c.FlagRaised, layout: Layout) -> Compiled:
    """Compile a comparison with a flag, which is raised or not."""
    index = layout[f"flag {line.flag}"]
    return _compiled(line, lambda row: from_bool(row[index] is YES), layout)


def compile_program(comparison: c.ProgramIs, layout: Layout) -> Compiled:
    """Compile a comparison with a program's result, which is always settled."""
    index = layout[f"program {comparison.program}"]
    return _compiled(comparison, lambda row: from_bool(row[index] == comparison.result), layout)


def compile_dates(comparison: c.Compare, layout: Layout) -> Compiled:
    """Compile a comparison of two dates."""
    left, right = compile_date(comparison.left, layout), compile_date(comparison.right, layout)
    compare = c.DATE_VERBS[comparison.verb]

    def judge(row: Row) -> Truth:
        one, other = left(row), right(row)
        if one.__class__ is Interval and other.__class__ is Interval:
            truth: Truth = compare(one, other)
            return truth
        # A comparison with a question that does not apply is NO.
        return NO if one == SKIPPED or other == SKIPPED else UNKNOWN

    facts = c.comparison_facts(comparison)
    if len(facts) > 1:
        return _compiled(comparison, judge, layout)
    # One date against the rule's own recurs from person to person; two dates seldom do.
    key_of = itemgetter(layout[AS_OF], *(layout[fact] for fact in facts))
    return _compiled(comparison, looked_up(judge, key_of), layout)


def _compiled(comparison: c.Comparison, judge: Judge, layout: Layout) -> Compiled:
    """A comparison hangs on all its facts, and stays unknown by those that leave something open."""
    facts = tuple(dict.fromkeys(c.comparison_facts(comparison)))
    indexed = tuple((fact, layout[fact]) for fact in facts)

    def unknown(row: Row) -> frozenset[str]:
        return frozenset([fact for fact, index in indexed if not is_fully_known(row[index])])

    always_settled = isinstance(comparison, c.NotKnown | c.ProgramIs)
    return Compiled(
        judge,
        (lambda row: NOTHING) if always_settled else unknown,
        lambda row: facts,
        (comparison,),
    )


# ---------------------------------------------------------------- closed answers


def _weighing(comparison: OnAnswer) -> Callable[[object], Truth]:
    weigh = _weighing_what_is_reached(comparison)
    return lambda answer: UNKNOWN if answer == NOT_REACHED else weigh(answer)


def _weighing_what_is_reached(comparison: OnAnswer) -> Callable[[object], Truth]:
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


# ---------------------------------------------------------------- dates

FindDate = Callable[[Row], "Answer | Truth"]


def compile_date(term: c.DateTerm, layout: Layout) -> FindDate:
    """Compile a date of the condition language: what it is for one row, None if not known."""
    match term:
        case c.Literal(date, _):
            return lambda row: date
        case c.AsOf():
            return itemgetter(layout[AS_OF])
        case c.DateFact(fact):
            return itemgetter(layout[fact])
        case c.YearsAfter(years, of):
            return _moved(compile_date(of, layout), years_after, years)
        case c.DaysAfter(days, of):
            return _moved(compile_date(of, layout), days_after, days)
        case c.DaysBefore(days, of):
            return _moved(compile_date(of, layout), days_after, -days)


def _moved(find: FindDate, move: Callable[[Interval, int], Interval], by: int) -> FindDate:
    seen: dict[object, Interval] = {}

    def moved(row: Row) -> "Answer | Truth":
        date = find(row)
        if date.__class__ is not Interval:
            return date
        try:
            return seen[date]
        except KeyError:
            assert isinstance(date, Interval)
            return remember(seen, date, move(date, by))

    return moved
