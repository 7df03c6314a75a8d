"""Which facts a result lists as missing, as formulas about an encoded person.

Follows the evaluator: down into what is UNKNOWN, through UNKNOWN parts only, and from each fact
found into the UNKNOWN asked_if before it.
"""

from interview.authoring.prover.encoding import EncodedPerson
from interview.authoring.prover.open_answers import ChoiceAnswer, ChoicesAnswer
from interview.authoring.prover.solver import FALSE, Formula, every, negation, some
from interview.content import Content
from interview.rules import conditions as c


class _Search:
    def __init__(self, person: EncodedPerson) -> None:
        self.person = person
        self.found: dict[str, list[Formula]] = {}

    def rule(self, rule: c.Rule, where: Formula) -> None:
        """Search a rule where it is UNKNOWN."""
        if rule.unclear_if is None:
            self.condition(rule.condition, where)
            return
        for part in (rule.condition, rule.unclear_if):
            self.condition(part, every((where, self.person.truth(part).unknown)))

    def condition(self, condition: c.Condition, where: Formula) -> None:
        """Search a condition where it is UNKNOWN."""
        match condition:
            case c.NotKnown() | c.ProgramIs() | c.FlagRaised():
                return
            case c.Named(_, inner) if inner is not None:
                self.condition(inner, where)
            case c.GroundHolds(_, rule) if rule is not None:
                self.rule(rule, where)
            case c.Is() | c.Includes() | c.HasAny() | c.Compare():
                for fact in c.comparison_facts(condition):
                    self.fact(fact, where)
            case _:
                for part in c.parts(condition):
                    self.condition(part, every((where, self.person.truth(part).unknown)))

    def fact(self, fact: str, where: Formula) -> None:
        """Note a fact, where it is not fully known."""
        answer = self.person.answers[fact]
        open_ = every((where, self.person.asked[fact], negation(answer.fully_known)))
        self.found.setdefault(fact, []).append(open_)


def conclude_missing(content: Content, person: EncodedPerson) -> None:
    """Add the conclusion `missing`, the list of facts."""
    search = _Search(person)
    for flag in content.flags:
        open_ = _is(person, f"condition {flag.id}", "unknown")
        search.rule(flag.rule, open_)
        if flag.cautious_unless is not None:
            unless = person.truth(flag.cautious_unless).unknown
            search.condition(flag.cautious_unless, every((open_, unless)))
        for part in c.comparisons(flag.condition):
            if isinstance(part, c.NotKnown):
                search.fact(part.fact, _is(person, f"flag {flag.id}", "yes"))
    for ground in content.priorities.grounds:
        search.rule(ground.rule, _is(person, f"ground {ground.id}", "unknown"))
    for criterion in content.criteria.values():
        unknown = _is(person, f"criterion {criterion.id}", "unknown")
        needed = _in_an_open_program(content, person, criterion.id)
        search.rule(criterion.rule, every((unknown, needed)))
    # Whether a missing fact applies at all may hang on an earlier one, never on a later one.
    for question in reversed(content.questions):
        if question.asked_if is not None and question.id in search.found:
            where = some(search.found[question.id])
            unknown = person.asked_if[question.id].unknown
            search.condition(question.asked_if, every((where, unknown)))
    facts = {fact: some(search.found.get(fact, ())) for fact in content.interview.facts_order}
    person.conclude("missing", ChoicesAnswer(facts, FALSE))


def _is(person: EncodedPerson, name: str, value: str) -> Formula:
    answer = person.answers[name]
    assert isinstance(answer, ChoiceAnswer)
    return answer.values[value]


def _in_an_open_program(content: Content, person: EncodedPerson, criterion: str) -> Formula:
    return some(
        person.programs[program.id].values["may_match"]
        for program in content.programs.values()
        if criterion in program.criteria
    )
