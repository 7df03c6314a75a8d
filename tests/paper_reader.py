"""Somebody with a pencil: marks boxes, follows the arrows and lines, and knows nothing else."""

from interview.paper.blank.gates import FAILS, GIVEN, HOLDS
from interview.paper.blank.leads import Leads
from interview.paper.blank.only_if import BLANK, Dated
from interview.rules import (
    AS_OF,
    NO,
    UNKNOWN,
    UNSURE,
    YES,
    Interval,
    comparison_facts,
    compile_condition,
)
from interview.rules import day as one_day


class PaperReader:
    """Reads one paper on one day."""

    def __init__(self, questions, leads: Leads, as_of):
        self.questions, self.leads, self.as_of = questions, leads, as_of

    def walk(self, answers):
        """Return the facts that somebody with these answers is asked, in the order of asking."""
        marked, asked, number = {}, [], 1
        while number <= len(self.questions):
            question = self.questions[number - 1]
            line = self.leads.lines.get(question.id)
            if line and not self._is_for(line.only_if, marked):
                number = line.otherwise
                continue
            asked.append(question.id)
            marked[question.id] = answers[question.id]
            box = UNSURE if answers[question.id] is None else answers[question.id]
            arrows = self.leads.arrows[question.id]
            # A box has an arrow of its own; a list and a date have none.
            number = arrows.get(box, number + 1) if arrows else number + 1
        return asked

    def _is_for(self, only_if, marked):
        return any(all(self._holds(clue, marked) for clue in clues) for clues in only_if)

    def _holds(self, clue, marked):
        if isinstance(clue, Dated):
            return self._outcome(clue.comparison, marked) in clue.outcomes
        said = marked.get(clue.fact, BLANK)
        if isinstance(said, Interval):
            said = GIVEN
        boxes = said if isinstance(said, frozenset) else {UNSURE if said is None else said}
        return bool(boxes & set(clue.values)) is not clue.negated

    def _outcome(self, comparison, marked):
        """What anybody can work out from the dates on paper and the day."""
        dates = comparison_facts(comparison)
        if any(fact not in marked for fact in dates):
            return BLANK
        layout = {AS_OF: 0} | {fact: n for n, fact in enumerate(dates, 1)}
        row = [one_day(self.as_of), *(marked[fact] for fact in dates)]
        truth = compile_condition(comparison, layout).judge(row)
        return {YES: HOLDS, NO: FAILS, UNKNOWN: UNSURE}[truth]
