"""Everything that a screening concludes, as formulas about an encoded person.

Each conclusion goes by a name and is like an answer to a closed question: `lane` is one value,
`flags` is a list of values. Claims and differences speak of conclusions by these names.
"""

from collections.abc import Iterable

from interview.authoring.prover.calendar_days import MovedDays
from interview.authoring.prover.encoding import ALWAYS_YES, EncodedPerson, TruthFormulas
from interview.authoring.prover.missing import conclude_missing
from interview.authoring.prover.open_answers import ChoiceAnswer, ChoicesAnswer, OpenAnswers
from interview.authoring.prover.solver import FALSE, TRUE, Formula, every, negation, some
from interview.authoring.prover.written_dates import WrittenDate
from interview.content import Conditioned, Content
from interview.rules import conditions as c
from interview.screening import URGENT


def encode(
    content: Content, answers: OpenAnswers, as_of: WrittenDate, moves: MovedDays
) -> EncodedPerson:
    """Return a person about whom every conclusion can be asked, but for what is missing."""
    person = EncodedPerson(content, answers, as_of, moves)
    grounds = _judge(person, content.priorities.grounds)
    criteria = _judge(person, content.criteria.values())
    _conclude_truths(person, "ground", grounds)
    _conclude_truths(person, "criterion", criteria)
    for program in content.programs.values():
        result = _program([criteria[criterion] for criterion in program.criteria])
        person.programs[program.id] = result
        person.conclude(f"program {program.id}", result)
    flags = _judge(person, content.flags)
    _conclude_truths(person, "flag", flags)
    _conclude_list(person, "grounds", {g: pair.yes for g, pair in grounds.items()})
    _conclude_list(person, "possible", {g: pair.unknown for g, pair in grounds.items()})
    _conclude_list(person, "flags", {flag: pair.yes for flag, pair in flags.items()})
    _conclude_list(person, "urgencies", _urgencies(content, flags))
    _conclude_list(person, "met", {name: pair.yes for name, pair in criteria.items()})
    _conclude_list(person, "not_met", {name: pair.no for name, pair in criteria.items()})
    person.conclude("level", _level(content, grounds))
    person.conclude("lane", _lane(content, person, flags))
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


def _program(criteria: list[TruthFormulas]) -> ChoiceAnswer:
    matches = every(pair.yes for pair in criteria)
    fails = some(pair.no for pair in criteria)
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


def _lane(content: Content, person: EncodedPerson, flags: dict[str, TruthFormulas]) -> ChoiceAnswer:
    urgent = {flag.id for flag in content.flags if flag.urgency in URGENT}
    red = some(pair.yes for flag, pair in flags.items() if flag in urgent)
    nothing = [pair.no for pair in flags.values()]
    settled = [negation(result.values["may_match"]) for result in person.programs.values()]
    level = person.answers["level"]
    assert isinstance(level, ChoiceAnswer)
    blue = every((*nothing, *settled, level.values["none"]))
    yellow = every((negation(red), negation(blue)))
    return ChoiceAnswer({"red": red, "yellow": yellow, "blue": blue}, TRUE)


# ---------------------------------------------------------------- next steps


def _conclude_next_steps(content: Content, person: EncodedPerson) -> None:
    stages = first_that_holds(_holding(person, content.options.stages))
    _conclude_list(person, "stage", stages)
    _conclude_list(person, "options", _options(content, person, stages))
    issued = {memo.id: memo.statuses[0].date for memo in content.memos}
    memos = {
        memo: every((fits, person.is_as_of_or_later(issued[memo])))
        for memo, fits in _holding(person, content.memos).items()
    }
    _conclude_list(person, "memos", memos)
    _conclude_list(person, "notes", _holding(person, content.notes))
    shown = person.truth(content.escalation.shown_if).yes
    values = {"shown": shown, "not_shown": negation(shown)}
    person.conclude("escalation", ChoiceAnswer(values, TRUE))
    _conclude_list(person, "steps", _steps(content, person, shown))


def _options(
    content: Content, person: EncodedPerson, stages: dict[str, Formula]
) -> dict[str, Formula]:
    """Two stages may offer an option of the same id."""
    found: dict[str, list[Formula]] = {}
    for stage in content.options.stages:
        for option in stage.options:
            fits = negation(_truth(person, option.condition).no)
            found.setdefault(option.id, []).append(every((stages[stage.id], fits)))
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
