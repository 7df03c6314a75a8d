"""Everything that a screening concludes, as formulas about an encoded person.

Each conclusion goes by a name and is like an answer to a closed question: `lane` is one value,
`flags` is a list of values. Claims and differences speak of conclusions by these names.
"""

from collections.abc import Iterable

from interview.authoring.prover.calendar_days import MovedDays, key_at_or_below
from interview.authoring.prover.encoding import ALWAYS_YES, EncodedPerson, TruthFormulas
from interview.authoring.prover.missing import conclude_missing
from interview.authoring.prover.open_answers import ChoiceAnswer, ChoicesAnswer, OpenAnswers
from interview.authoring.prover.solver import FALSE, TRUE, Formula, every, negation, some
from interview.authoring.prover.written_dates import WrittenDate
from interview.content import Conditioned, Content, Program
from interview.rules import conditions as c
from interview.screening import LANE_OF, YEARS_LISTED, after_those_named, event_id


def encode(
    content: Content, answers: OpenAnswers, as_of: WrittenDate, moves: MovedDays
) -> EncodedPerson:
    """Return a person about whom every conclusion can be asked, but for what is missing."""
    return concluded_of(content, EncodedPerson(content, answers, as_of, moves))


def concluded_of(content: Content, person: EncodedPerson) -> EncodedPerson:
    """Return a person with every conclusion, but for what is missing."""
    grounds = _judge(person, content.priorities.grounds)
    criteria = _judge(person, content.criteria.values())
    _conclude_truths(person, "ground", grounds)
    _conclude_truths(person, "criterion", criteria)
    for program in content.programs.values():
        result = _program(content, person, program, criteria)
        person.programs[program.id] = result
        person.conclude(f"program {program.id}", result)
    conditions, flags = _judge_flags(content, person)
    _conclude_truths(person, "flag", flags)
    _conclude_truths(person, "condition", conditions)
    _conclude_list(person, "grounds", {g: pair.yes for g, pair in grounds.items()})
    _conclude_list(person, "possible", {g: pair.unknown for g, pair in grounds.items()})
    _conclude_list(person, "flags", {flag: pair.yes for flag, pair in flags.items()})
    _conclude_list(person, "urgencies", _urgencies(content, flags))
    _conclude_list(person, "met", {name: pair.yes for name, pair in criteria.items()})
    _conclude_list(person, "not_met", {name: pair.no for name, pair in criteria.items()})
    person.conclude("level", _level(content, grounds))
    person.conclude("lane", _lane(content, person, flags, conditions))
    for kind, factors in (
        ("positive", content.factors.positive),
        ("adverse", content.factors.adverse),
    ):
        _conclude_list(person, kind, _holding(person, factors))
    _conclude_next_steps(content, person)
    return person


def encode_with_missing(
    content: Content, answers: OpenAnswers, as_of: WrittenDate, moves: MovedDays
) -> EncodedPerson:
    """Return a person about whom it can also be asked which facts are missing."""
    person = encode(content, answers, as_of, moves)
    conclude_missing(content, person)
    return person


def _judge(person: EncodedPerson, rules: Iterable[Conditioned]) -> dict[str, TruthFormulas]:
    return {item.id: person.rule(item.rule) for item in rules}


def _holding(person: EncodedPerson, rules: Iterable[Conditioned]) -> dict[str, Formula]:
    return {name: pair.yes for name, pair in _judge(person, rules).items()}


def _conclude_truths(person: EncodedPerson, kind: str, pairs: dict[str, TruthFormulas]) -> None:
    for name, pair in pairs.items():
        values = {"yes": pair.yes, "no": pair.no, "unknown": pair.unknown}
        person.conclude(f"{kind} {name}", ChoiceAnswer(values, TRUE))


def _conclude_list(person: EncodedPerson, name: str, values: dict[str, Formula]) -> None:
    person.conclude(name, ChoicesAnswer(values, FALSE))


def _judge_flags(
    content: Content, person: EncodedPerson
) -> tuple[dict[str, TruthFormulas], dict[str, TruthFormulas]]:
    """How each flag's condition stands, and how the flag does: YES where it is raised."""
    by_id = {flag.id: flag for flag in content.flags}
    conditions: dict[str, TruthFormulas] = {}
    flags: dict[str, TruthFormulas] = {}
    for name in after_those_named(content):
        flag = by_id[name]
        conditions[name] = person.rule(flag.rule)
        pair = flags[name] = person.standing(flag, conditions[name])
        person.raised[name] = pair.yes
    return {name: conditions[name] for name in by_id}, {name: flags[name] for name in by_id}


def _program(
    content: Content, person: EncodedPerson, program: Program, criteria: dict[str, TruthFormulas]
) -> ChoiceAnswer:
    """A program by its criteria of the day; before its first event it is no match of anybody's."""
    begins = next(line for line in content.law.timelines if line.id == program.timeline)
    exists = person.is_as_of_or_later(begins.events[0].date)
    asked = {
        name: person.exists(content.criteria[name].first_day, content.criteria[name].until)
        for name in program.criteria
    }
    meets = (some((negation(asked[name]), criteria[name].yes)) for name in program.criteria)
    fails = some(every((asked[name], criteria[name].no)) for name in program.criteria)
    matches = every((exists, *meets))
    fails = some((negation(exists), fails))
    open_ = every((negation(matches), negation(fails)))
    return ChoiceAnswer({"matches": matches, "may_match": open_, "does_not_match": fails}, TRUE)


def _urgencies(content: Content, flags: dict[str, TruthFormulas]) -> dict[str, Formula]:
    urgency = {flag.id: flag.urgency for flag in content.flags}
    return {
        wanted: some(pair.yes for flag, pair in flags.items() if urgency[flag] == wanted)
        for wanted in dict.fromkeys(urgency.values())
    }


def _level(content: Content, grounds: dict[str, TruthFormulas]) -> ChoiceAnswer:
    """The most serious level that holds, unless a more serious one may hold."""
    at = {ground.id: ground.level for ground in content.priorities.grounds}
    values: dict[str, Formula] = {}
    clear = TRUE
    for level in sorted(set(at.values())):
        pairs = [pair for ground, pair in grounds.items() if at[ground] == level]
        certain = some(pair.yes for pair in pairs)
        values[level] = every((clear, certain))
        clear = every((clear, *(pair.no for pair in pairs)))
    values["none"] = clear
    values["unknown"] = every(negation(value) for value in values.values())
    return ChoiceAnswer(values, TRUE)


def _lane(
    content: Content,
    person: EncodedPerson,
    flags: dict[str, TruthFormulas],
    conditions: dict[str, TruthFormulas],
) -> ChoiceAnswer:
    """How soon, by the most urgent flag; blue only where nothing at all is open."""
    urgency = {flag.id: flag.urgency for flag in content.flags}
    values: dict[str, Formula] = {}
    for wanted, lane in LANE_OF.items():
        raised = some(pair.yes for flag, pair in flags.items() if urgency[flag] == wanted)
        values[lane] = every((raised, *(negation(holds) for holds in values.values())))
    nothing = [pair.no for pair in (*flags.values(), *conditions.values())]
    settled = [negation(result.values["may_match"]) for result in person.programs.values()]
    level = person.answers["level"]
    assert isinstance(level, ChoiceAnswer)
    values["blue"] = every((*nothing, *settled, level.values["none"]))
    others = [negation(holds) for lane, holds in values.items() if lane != "yellow"]
    values["yellow"] = every(others)
    return ChoiceAnswer(values, TRUE)


# ---------------------------------------------------------------- next steps


def _conclude_next_steps(content: Content, person: EncodedPerson) -> None:
    stages = first_that_holds(_holding(person, content.options.stages))
    _conclude_list(person, "stage", stages)
    _conclude_list(person, "options", _options(content, person, stages))
    _conclude_list(person, "memos", _holding(person, content.memos))
    _conclude_list(person, "deadlines", _deadlines(content, person))
    _conclude_list(person, "today", _today(content, person))
    _conclude_list(person, "circuit", _circuit(content, person))
    _conclude_list(person, "notes", _holding(person, content.notes))
    shown = person.truth(content.escalation.shown_if).yes
    values = {"shown": shown, "not_shown": negation(shown)}
    person.conclude("escalation", ChoiceAnswer(values, TRUE))
    _conclude_list(person, "steps", _steps(content, person, shown))
    letter = _options(content, person, stages, is_in_a_letter=True)
    _conclude_list(
        person, "letter", {ask: every((shown, offered)) for ask, offered in letter.items()}
    )


def _deadlines(content: Content, person: EncodedPerson) -> dict[str, Formula]:
    """The deadlines that run or may run; one that is over for a year is not listed."""
    listed_from = person.date(c.YearsAfter(-YEARS_LISTED, c.AsOf())).first
    found = {}
    for deadline in content.deadlines:
        date = person.date(deadline.date)
        asked = every(person.asked[fact] for fact in c.term_facts(deadline.date))
        recent = key_at_or_below(listed_from, date.last)
        runs = negation(person.truth(deadline.when).no)
        found[deadline.id] = every((asked, date.known, recent, runs))
    return found


def _circuit(content: Content, person: EncodedPerson) -> dict[str, Formula]:
    """The court over the place of custody, with what it had said of bond on the day."""
    circuits = content.circuits
    held = every((person.truth(circuits.condition).yes, person.is_as_of_or_later(circuits.begins)))
    found: dict[str, list[Formula]] = {}
    for circuit in circuits.circuits:
        first, second = (
            some(person.truth(c.Is(fact, (state,))).yes for state in circuit.states)
            for fact in (circuits.place_of_custody, circuits.otherwise)
        )
        unknown = negation(person.answers[circuits.place_of_custody].known)
        here = every((held, some((first, every((unknown, second))))))
        told = [d for d in circuits.decisions if d.court == circuit.court]
        begins = [(circuits.begins, "open"), *((d.date, d.bond) for d in told)]
        ends = [*(day for day, _ in begins[1:]), None]
        for (day, bond), end in zip(begins, ends, strict=True):
            name = f"{circuit.court} {bond}"
            found.setdefault(name, []).append(every((here, person.exists(day, end))))
    return {name: some(holds) for name, holds in found.items()}


def _today(content: Content, person: EncodedPerson) -> dict[str, Formula]:
    """The latest event of each timeline that a raised flag names."""
    found: dict[str, Formula] = {}
    for timeline in content.law.timelines:
        naming = [flag.id for flag in content.flags if timeline.id in flag.timelines]
        told = some(person.raised[flag] for flag in naming)
        ends = [*(event.date for event in timeline.events[1:]), None]
        for event, end in zip(timeline.events if naming else (), ends, strict=False):
            found[event_id(timeline, event)] = every((told, person.exists(event.date, end)))
    return found


def _options(
    content: Content,
    person: EncodedPerson,
    stages: dict[str, Formula],
    is_in_a_letter: bool = False,
) -> dict[str, Formula]:
    """Two stages may offer an option of the same id."""
    found: dict[str, list[Formula]] = {}
    for stage in content.options.stages:
        for option in stage.options:
            if is_in_a_letter and option.letter is None:
                continue
            fits = negation(_truth(person, option.condition).no)
            exists = person.exists(option.first_day, option.until)
            found.setdefault(option.id, []).append(every((stages[stage.id], exists, fits)))
    return {option: some(offered) for option, offered in found.items()}


def _truth(person: EncodedPerson, condition: c.Condition | None) -> TruthFormulas:
    return ALWAYS_YES if condition is None else person.truth(condition)


def first_that_holds(holding: dict[str, Formula]) -> dict[str, Formula]:
    """Return when each of several is the first that holds."""
    found: dict[str, Formula] = {}
    earlier: list[Formula] = []
    for name, holds in holding.items():
        found[name] = every((holds, *(negation(other) for other in earlier)))
        earlier.append(holds)
    return found


def _steps(content: Content, person: EncodedPerson, shown: Formula) -> dict[str, Formula]:
    """All steps from where the first fitting start begins; from the first one where none fits."""
    names = [step.id for step in content.escalation.steps]
    starts = content.escalation.starts
    holding = {str(n): person.truth(start.condition).yes for n, start in enumerate(starts)}
    begins_after = {
        name: [
            holds
            for number, holds in first_that_holds(holding).items()
            if names.index(starts[int(number)].step) > names.index(name)
        ]
        for name in names
    }
    return {name: every((shown, negation(some(begins_after[name])))) for name in names}
