"""The review of a result: everything that a reviewer needs, in the order of asking next."""

import datetime
from collections.abc import Iterable
from dataclasses import replace

from interview.content import Flag, Question
from interview.desk.review.blocks import Effects, ReviewBlocks, ReviewLine, ReviewPart
from interview.desk.review.rules_said import RuleLines
from interview.desk.review.what_if import WhatIf
from interview.languages import Tongue
from interview.rules import Interval, Rule
from interview.screening import Answers, Result, Screening
from interview.summary import (
    GivenAnswers,
    LawyerSheet,
    SummaryContext,
    client_context,
    lawyer_sheet,
)

# What of a list stands open: a reviewer asks three things before anything else.
MOST_OPEN, MOST_THINGS = 4, 2


class ReviewMaker:
    """Makes reviews of one content; what its rules compare is worked out once."""

    def __init__(self, screening: Screening) -> None:
        self.screening = screening
        self._what_if = WhatIf(screening)

    def review(self, answers: Answers, as_of: datetime.date, tongue: Tongue) -> ReviewBlocks:
        """Return the review of somebody's answers as of a local date, in one language."""
        result = self.screening.screen(answers, as_of)
        effects = {
            fact: self._what_if.effects(answers, result, fact) for fact in self._open(result)
        }
        sheet = lawyer_sheet(self.screening, result, tongue)
        return _Reading(client_context(self.screening, result, tongue), sheet, effects).review()

    def _open(self, result: Result) -> list[str]:
        """The facts that were asked and are not known, or only in part, where that matters."""
        asked = self.screening.path.answered(result.answers)
        missing = set(result.missing)
        return [
            question.id
            for question in asked
            if question.unsure
            and (question.id in missing or result.answers.answer(question.id) is None)
        ]


class _Reading:
    """One result, read for a reviewer; `effects` has each fact that is open."""

    def __init__(
        self, context: SummaryContext, sheet: LawyerSheet, effects: dict[str, Effects]
    ) -> None:
        self.context, self.sheet, self.effects = context, sheet, effects
        self.content, self.result = context.content, context.result
        self.words = self.content.desk.review
        self.say = context.say
        self.given = GivenAnswers(context)
        self.rules = RuleLines(context, sheet)

    def review(self) -> ReviewBlocks:
        return ReviewBlocks(
            language=self.context.tongue.language,
            direction=self.context.tongue.direction,
            lane=self.result.lane,
            chip=self.sheet.lane_words,
            answered=self._answered(),
            made_on=" ".join(self.sheet.dates),
            banner=self.sheet.banner,
            parts=(
                self._flags("urgent", is_now=True),
                self._not_sure(),
                self._dated(),
                self._flags("other_flags", is_now=False),
                self.rules.programs(),
                self.rules.priorities(),
                self.rules.factors(),
                self.rules.options(),
                self._answers(),
            ),
            change=self.say(self.words.change),
        )

    def _answered(self) -> str:
        """Whether the person answered alone: a helper answers for somebody else."""
        is_helped = self.result.answers.answer(self.words.who_answers) == "client"
        return self.say(self.words.with_helper if is_helped else self.words.alone)

    # ------------------------------------------------------------ flags

    def _flags(self, part: str, is_now: bool) -> ReviewPart:
        """Those for today all stand open; of those that are not even for soon, only a few."""
        flags = [flag for flag in self.context.raised() if (flag.urgency == "now") is is_now]
        waiting = [flag for flag in flags if flag.urgency == "before"][MOST_OPEN:]
        lines = tuple(self._flag(flag, is_now) for flag in flags if flag not in waiting)
        none = self.words.no_urgent if is_now else self.words.no_others
        return ReviewPart(
            "urgent" if is_now else "other_flags",
            self.say(getattr(self.words.titles, part)),
            lines,
            nothing=self.say(none),
            folded_title=self._more(len(waiting)),
            folded=tuple(self._flag(flag, is_now) for flag in waiting),
        )

    def _flag(self, flag: Flag, with_source: bool) -> ReviewLine:
        """A flag; the source of one that is for today is read before anybody acts on it."""
        line = next(line for line in self.sheet.flags if line.id == flag.id)
        return ReviewLine(
            "flag",
            flag.id,
            line.name,
            facts=self._behind(flag.rule),
            chip=line.urgency if flag.urgency != "now" else "",
            because=line.because,
            is_brief=flag.urgency == "before",
            source=self.context.source(flag) if with_source else "",
            data=flag.urgency,
        )

    def _behind(self, rule: Rule) -> tuple[str, ...]:
        return self.context.screening.answers_behind(rule, self.result)

    # ------------------------------------------------------------ what is not sure

    def _not_sure(self) -> ReviewPart:
        """First what could change the result, then what may still matter, then all the rest."""
        missing = [fact for fact in self.result.missing if fact in self.effects]
        changing = sorted(
            (fact for fact in self.effects if self.effects[fact].is_any), key=self._weight
        )
        first, later = changing[:MOST_OPEN], changing[MOST_OPEN:]
        matter = [fact for fact in missing if fact not in changing]
        rest = [fact for fact in self.effects if fact not in changing and fact not in matter]
        behind = [fact for fact in self.result.missing if fact not in self.effects]
        folded = (
            *(self._unsure(fact, self._could(fact)) for fact in later),
            *(self._unsure(fact, self.say(self.words.may_matter)) for fact in matter),
            *(self._unsure(fact, self.say(self.words.no_more_of_these)) for fact in rest),
            *(self._unsure(fact, self.say(self.words.behind)) for fact in behind),
        )
        return ReviewPart(
            "doubts",
            self.say(self.words.titles.not_sure),
            tuple(self._unsure(fact, self._could(fact)) for fact in first),
            nothing="" if folded else self.say(self.words.sure),
            folded_title=self._more(len(folded)),
            folded=folded,
        )

    def _weight(self, fact: str) -> tuple[bool, int]:
        """What could change how soon comes first, then what could bring a flag of today."""
        found = self.effects[fact]
        urgent = [flag for flag in found.flags if self.result.urgencies[flag] == "now"]
        return not found.lanes, -len(urgent)

    def _unsure(self, fact: str, note: str) -> ReviewLine:
        question = self.context.questions[fact]
        return ReviewLine(
            "doubt",
            fact,
            self.say(question.short),
            facts=(fact,),
            note=note,
            effects=self.effects.get(fact, Effects()),
            is_skipped=question.sensitive and self._is_open(question),
        )

    def _could(self, fact: str) -> str:
        """Name what could change, the first few of it."""
        found = self.effects[fact]
        flags = {flag.id: flag.name for flag in self.content.flags}
        order = sorted(found.flags, key=lambda flag: self.result.urgencies[flag] != "now")
        things = [
            *([self.say(self.words.lane)] if found.lanes else []),
            *(self.say(flags[flag]) for flag in order),
            *(self.say(self.content.programs[name].name) for name in found.programs),
        ]
        more = len(things) - MOST_THINGS
        said = self.words.could_change_more if more > 0 else self.words.could_change
        return self.say(said).format(reasons=", ".join(things[:MOST_THINGS]), count=more)

    def _more(self, count: int) -> str:
        return self.say(self.words.more_rules).format(count=count) if count else ""

    # ------------------------------------------------------------ dates and answers

    def _dated(self) -> ReviewPart:
        """The deadlines that follow, then each dated answer, the earliest first."""
        deadlines = (
            ReviewLine("dated", one.id, one.name, chip=f"{one.date} ({one.when})")
            for one in self.sheet.deadlines
        )
        title, none = self.words.titles.dated, self.words.no_dates
        lines = (*deadlines, *map(self._date, self._dated_facts()))
        return ReviewPart("dated", self.say(title), lines, nothing=self.say(none))

    def _dated_facts(self) -> Iterable[tuple[Question, Interval]]:
        asked = ((q, self.given.answers[q.id]) for q in self.given.asked)
        dated = [(q, given) for q, given in asked if isinstance(given, Interval)]
        return sorted(dated, key=lambda entry: entry[1].first)

    def _date(self, entry: tuple[Question, Interval]) -> ReviewLine:
        question, given = entry
        date = self.context.phrasing.date(given)
        return ReviewLine(
            "dated", question.id, self.say(question.short), facts=(question.id,), chip=date
        )

    def _answers(self) -> ReviewPart:
        """Every answer, in the order of asking; what is not sure or was skipped is marked."""
        lines = tuple(self._answer(question) for question in self.given.asked)
        title = self.say(self.words.titles.answers)
        return ReviewPart("answers", title, is_folded=True, folded=lines)

    def _answer(self, question: Question) -> ReviewLine:
        line = ReviewLine(
            "answer",
            question.id,
            self.say(question.short),
            facts=(question.id,),
            chip=self.context.answer(question),
        )
        if question.sensitive and self._is_open(question):
            return replace(line, note=self.say(self.words.skipped), is_skipped=True)
        return line

    def _is_open(self, question: Question) -> bool:
        return self.result.answers.answer(question.id) is None
