"""What the sheet for a lawyer says of programs, the 2014 list and discretion, as lines of a review.

The words are those of the sheet; new is which answers stand behind each line.
"""

from collections.abc import Iterable, Iterator

from interview.content import AdverseFactor, GoodFactor
from interview.desk.review.blocks import ReviewLine, ReviewPart
from interview.rules import NO, UNKNOWN, YES
from interview.summary import LawyerSheet, ProgramLine, SummaryContext

# Of the criteria of a program, so many stand open.
MOST_RULES = 3


class RuleLines:
    """The parts of a review that the sheet has in its own words already."""

    def __init__(self, context: SummaryContext, sheet: LawyerSheet) -> None:
        self.context, self.sheet = context, sheet
        self.content, self.result = context.content, context.result
        self.titles = context.content.desk.review.titles

    def programs(self) -> ReviewPart:
        """How each program stands today and compares; what matches is folded."""
        over = [said for said in self.sheet.programs if self._is_over(said)]
        told = [said for said in self.sheet.programs if said not in over]
        folded = (*map(self._program, over), *self._folded())
        matches = sum(line.mark == "yes" for line in folded)
        others = len(folded) - matches
        words = self.content.desk.review
        titles = (
            *([self.context.say(words.more_rules).format(count=others)] if others else ()),
            *([f"{self.context.say(words.matches)} ({matches})"] if matches else ()),
        )
        title = self.context.say(self.titles.programs)
        lines = tuple(map(self._program, told))
        return ReviewPart("programs", title, lines, folded_title=" · ".join(titles), folded=folded)

    def _is_over(self, said: ProgramLine) -> bool:
        """Nobody can ask for it, and the answers do not match it: history."""
        is_no_match = self.result.programs[said.id] == "does_not_match"
        return self.result.statuses[said.id] == "ended" and is_no_match

    def _program(self, said: ProgramLine) -> ReviewLine:
        inner = tuple(map(self._criterion, self._open_rules(said)))
        found = self.result.programs[said.id]
        return ReviewLine(
            "program", said.id, said.status, chip=said.result, inner=inner, data=found
        )

    def _open_rules(self, said: ProgramLine) -> list[str]:
        """What does not match, then what is not known; the rest of many is folded."""
        return [rule.id for alike in said.rules for rule in alike.rules][:MOST_RULES]

    def _folded(self) -> Iterator[ReviewLine]:
        """The other criteria of the programs that are not over, each once: at last what matches."""
        told = [one for one in self.sheet.programs if self.result.statuses[one.id] != "ended"]
        names = dict.fromkeys(name for one in told for name in self.result.criteria_of[one.id])
        shown = {name for one in told for name in self._open_rules(one)}
        order = (NO, UNKNOWN, YES)
        left = [name for name in names if name not in shown]
        for name in sorted(left, key=lambda name: order.index(self.result.criteria[name])):
            yield self._criterion(name)

    def _criterion(self, name: str) -> ReviewLine:
        one, truth = self.content.criteria[name], self.result.criteria[name]
        return ReviewLine(
            "criterion",
            name,
            self.context.say(one.brief or one.requirement),
            self.context.screening.answers_behind(one.rule, self.result),
            mark=truth.value,
            because=self.context.behind(one.rule),
        )

    def priorities(self) -> ReviewPart:
        """The list of 2014: its level, and the grounds that hold or may hold."""
        said, title = self.sheet.priorities, self.context.say(self.titles.priorities)
        if said is None:
            return ReviewPart("priorities", title, is_folded=True)
        rules = {ground.id: ground.rule for ground in self.content.priorities.grounds}
        behind = self.context.screening.answers_behind
        grounds = tuple(
            ReviewLine(
                "ground", rule.id, rule.text, behind(rules[rule.id], self.result),
                chip=alike.words, because=rule.because, mark=self.result.grounds[rule.id].value,
            )
            for alike in said.grounds
            for rule in alike.rules
        )  # fmt: skip
        level = ReviewLine("ground", "level", said.status, chip=said.level, data=self.result.level)
        return ReviewPart("priorities", title, is_folded=True, folded=(level, *grounds))

    def factors(self) -> ReviewPart:
        """What weighs for the person, then what weighs against them."""
        factors, words = self.content.factors, self.content.pages.lawyer
        good = [one for one in factors.positive if one.id in self.result.positive]
        against = [one for one in factors.adverse if one.id in self.result.adverse]
        lines = (
            *self._factors(good, self.sheet.discretion.good, self.context.say(words.good)),
            *self._factors(against, self.sheet.discretion.against, self.context.say(words.against)),
        )
        title = self.context.say(self.titles.factors)
        return ReviewPart("factors", title, is_folded=True, folded=lines)

    def _factors(
        self, found: Iterable[GoodFactor | AdverseFactor], said: Iterable[str], chip: str
    ) -> Iterator[ReviewLine]:
        for one, text in zip(found, said, strict=True):
            facts = self.context.screening.answers_behind(one.rule, self.result)
            yield ReviewLine("factor", one.id, text, facts, chip=chip)

    def options(self) -> ReviewPart:
        """What could be asked at this stage, by a lawyer."""
        stage = self.sheet.discretion.stage
        lines = tuple(
            ReviewLine("option", option, text)
            for option, text in zip(
                self.result.options, self.sheet.discretion.could_ask, strict=True
            )
        )
        title = f"{self.context.say(self.titles.options)}: {stage}"
        return ReviewPart("options", title, is_folded=True, folded=lines)
