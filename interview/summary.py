"""A result as blocks of plain language, made once; page, paper and plain text all show the same.

Every sentence comes from the content files; this module only chooses and orders them.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field

from interview.conditions import Condition, Rule
from interview.content import (
    AdverseFactor,
    Content,
    Flag,
    GoodFactor,
    Program,
    Question,
)
from interview.content import Text as Words
from interview.language import Tongue
from interview.law_over_time import event_on, memo_status_on, status_on
from interview.screening import Result, Screening
from interview.telling import Teller
from interview.truth import UNKNOWN, YES, Truth

FIRST_STEPS = 3
MOST_ANSWERS = 4
_URGENCY_ORDER = ("now", "soon", "before")


@dataclass(frozen=True)
class Row:
    """One requirement or paper: a mark, a text, and the answers it came from."""

    mark: str
    mark_words: str
    text: str
    answers: tuple[str, ...] = ()
    id: str = ""


@dataclass(frozen=True)
class Card:
    """One thing of its own: a flag, a program, a ground, a factor, an option, a memo.

    `more` and `rows` stand folded under `rows_title`.
    """

    kind: str
    id: str
    title: str
    chip: str = ""
    tone: str = ""
    paragraphs: tuple[str, ...] = ()
    bullets_title: str = ""
    bullets: tuple[str, ...] = ()
    rows_title: str = ""
    more: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    because: tuple[str, ...] = ()
    source: str = ""
    caution: str = ""
    data: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Section:
    """A part of the summary under a heading of its own."""

    id: str
    title: str
    paragraphs: tuple[str, ...] = ()
    bullets: tuple[str, ...] = ()
    cards: tuple[Card, ...] = ()
    closing: tuple[str, ...] = ()
    data: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Summary:
    """Everything that a person is told, in the order of telling."""

    language: str
    name: str
    lane: str
    chip: str
    headline: str
    limit: str
    dates: tuple[str, ...]
    banner: str
    do_now_title: str
    do_now: tuple[tuple[str, str], ...]
    do_not_title: str
    do_not: tuple[str, ...]
    sections: tuple[Section, ...]
    not_advice: tuple[str, ...]
    legend: tuple[tuple[str, str], ...]
    behind: str


class Summarizer:
    """Builds summaries of one content."""

    def __init__(self, screening: Screening) -> None:
        self.screening = screening
        self.content: Content = screening.content
        self.questions = {question.id: question for question in self.content.questions}
        self.timelines = {timeline.id: timeline for timeline in self.content.law.timelines}
        self.flags = {flag.id: flag for flag in self.content.flags}

    def build(self, result: Result, tongue: Tongue) -> Summary:
        """Return the summary of a result in one language and voice."""
        return _Telling(self, result, tongue).summary()


class _Telling:
    """One result told in one tongue."""

    def __init__(self, maker: Summarizer, result: Result, tongue: Tongue) -> None:
        self.maker = maker
        self.content = maker.content
        self.result = result
        self.tongue = tongue
        self.teller = Teller(maker.content, tongue)
        self.say, self.label = tongue.say, self.teller.label
        self.source = self.teller.source
        self.labels = self.content.wording.labels
        self.headings = self.content.wording.headings

    def summary(self) -> Summary:
        lane = next(lane for lane in self.content.wording.lanes if lane.id == self.result.lane)
        flags = self.raised()
        steps = [(self.say(flag.name), self.say(flag.do)) for flag in flags[:FIRST_STEPS]]
        steps += [(self.say(step.name), self.say(step.what)) for step in lane.steps]
        return Summary(
            language=self.tongue.language,
            name=self.say(self.content.interview.name),
            lane=lane.id,
            chip=self.say(lane.chip),
            headline=self.say(lane.headline),
            limit=self.say(lane.limit),
            dates=self.dates(),
            banner=self.banner(),
            do_now_title=self.say(self.headings.do_now),
            do_now=tuple(steps[:FIRST_STEPS]),
            do_not_title=self.say(self.headings.do_not),
            do_not=tuple(self.say(text) for text in lane.do_not),
            sections=tuple(self.sections(flags)),
            not_advice=tuple(self.say(text) for text in self.content.wording.not_advice),
            legend=tuple((word, self.label("truth", word)) for word in ("yes", "no", "unknown")),
            behind=self.say(self.labels.behind),
        )

    def sections(self, flags: list[Flag]) -> Iterator[Section]:
        yield self.flag_section(flags)
        yield self.program_section()
        yield self.priority_section()
        yield self.unknown_section()
        yield self.good_section()
        if self.result.adverse:
            yield self.adverse_section()
        yield self.option_section()
        if self.holds(self.content.detention.condition):
            yield self.detention_section()
        yield self.escalation_section()
        if self.result.escalation_shown:
            yield self.request_section()
        if self.result.memos:
            yield self.memo_section()
        yield self.decision_section()
        if general := self.notes("general"):
            yield Section("notes", self.say(self.headings.keep), bullets=general)
        yield self.lawyer_section()
        yield self.answer_section()

    # ------------------------------------------------------------ small words

    def dates(self) -> tuple[str, ...]:
        """When the page was made, and when the law was last checked."""
        law = self.content.law
        made = self.fill(self.content.wording.made_on, self.result.as_of)
        return made, self.fill(law.last_check_text, law.last_legal_check)

    def banner(self) -> str:
        """The warning that the last legal check is too long ago, or an empty text."""
        law = self.content.law
        age = self.result.as_of - law.last_legal_check
        if age.days <= law.stale_after_days:
            return ""
        return self.fill(law.stale_text, law.last_legal_check)

    def fill(self, text: Words, date: datetime.date) -> str:
        return self.say(text).format(date=self.tongue.date(date))

    def holds(self, condition: Condition) -> bool:
        return self.maker.screening.holds(condition, self.result)

    def behind(self, rule: Rule) -> tuple[str, ...]:
        """Say the answers that decided a rule; a rule that many answers decided names none."""
        facts = self.maker.screening.answers_behind(rule, self.result)
        if len(facts) > MOST_ANSWERS:
            return ()
        questions = [self.maker.questions[fact] for fact in facts]
        return tuple(f"{self.say(q.short)}: {self.answer(q)}" for q in questions)

    def notes(self, beside: str) -> tuple[str, ...]:
        return tuple(
            self.say(note.text)
            for note in self.content.notes
            if note.id in self.result.notes and note.beside == beside
        )

    # ------------------------------------------------------------ answers

    def answer(self, question: Question) -> str:
        """Say what was answered, in the words of the question's own labels."""
        given = self.result.person[self.maker.screening.path.places[question.id]]
        return self.teller.answer(question, given if not isinstance(given, Truth) else None)

    # ------------------------------------------------------------ flags

    def raised(self) -> list[Flag]:
        """The raised flags, the most urgent first."""
        flags = [self.maker.flags[flag] for flag in self.result.raised()]
        return sorted(flags, key=lambda flag: _URGENCY_ORDER.index(flag.urgency))

    def flag_section(self, flags: list[Flag]) -> Section:
        return Section(
            "flags",
            self.say(self.headings.flags),
            paragraphs=(self.say(self.headings.flags_intro if flags else self.headings.no_flags),),
            cards=tuple(self.flag_card(flag) for flag in flags),
        )

    def flag_card(self, flag: Flag) -> Card:
        return Card(
            kind="flag",
            id=flag.id,
            title=self.say(flag.name),
            chip=self.label("urgency", flag.urgency),
            tone=flag.urgency,
            paragraphs=(self.say(flag.reason), self.say(flag.do)),
            because=self.behind(flag.rule),
            source=self.source(flag),
            data={"flag": flag.id, "urgency": flag.urgency},
        )

    # ------------------------------------------------------------ programs and priorities

    def program_section(self) -> Section:
        cards = tuple(self.program_card(program) for program in self.content.programs.values())
        intro = (self.say(self.headings.programs_intro),)
        return Section("programs", self.say(self.headings.programs), paragraphs=intro, cards=cards)

    def status(self, timeline_id: str) -> tuple[str, str, str, str]:
        """The status of a timeline on the day: its id, its label, its sentence and its effect."""
        timeline = self.maker.timelines[timeline_id]
        event = event_on(timeline, self.result.as_of)
        status = status_on(timeline, self.result.as_of) or "none"
        if event is None or event.headline is None:
            return status, self.label("status", status), self.say(timeline.before), ""
        effect = self.say(event.effect)
        return status, self.label("status", status), self.say(event.headline), effect

    def program_card(self, program: Program) -> Card:
        status, label, headline, effect = self.status(program.timeline)
        found = self.result.programs[program.id]
        paragraphs = [effect, self.say(getattr(program, found))]
        if found == "matches":
            paragraphs.append(self.say(program.promise))
        return Card(
            kind="program",
            id=program.id,
            title=headline,
            chip=f"{self.say(program.name)} · {label}",
            tone=status,
            paragraphs=tuple(text for text in paragraphs if text),
            rows_title=self.say(self.headings.program_asked),
            more=(self.say(program.about),),
            rows=self.criterion_rows(program),
            source=self.source(program),
            data={"program": program.id, "result": found},
        )

    def criterion_rows(self, program: Program) -> tuple[Row, ...]:
        """The criteria: first what does not match, then what is not known, then what matches."""
        rows = [self.criterion_row(criterion) for criterion in program.criteria]
        return tuple(sorted(rows, key=lambda row: ("no", "unknown", "yes").index(row.mark)))

    def criterion_row(self, criterion_id: str) -> Row:
        criterion = self.content.criteria[criterion_id]
        truth = self.result.criteria[criterion_id]
        text = self.say(criterion.requirement)
        if truth is UNKNOWN and criterion.unclear is not None:
            text = f"{text} {self.say(criterion.unclear)}"
        words = self.label("truth", truth.value)
        return Row(truth.value, words, text, self.behind(criterion.rule), criterion_id)

    def priority_section(self) -> Section:
        priorities = self.content.priorities
        status, label, headline, _ = self.status(priorities.timeline)
        grounds = [g for g in priorities.grounds if self.result.grounds[g.id] is not Truth.NO]
        cards = [
            Card(
                kind="ground",
                id=ground.id,
                title=self.say(ground.name),
                chip=self.label("truth", self.result.grounds[ground.id].value),
                tone=self.result.grounds[ground.id].value,
                paragraphs=self.ground_words(ground.plain, ground.unclear, ground.id),
                because=self.behind(ground.rule),
                source=self.source(ground),
                data=self.ground_data(ground.id),
            )
            for ground in grounds
        ]
        level = Card(
            kind="level",
            id="level",
            title=headline,
            chip=label,
            tone=status,
            paragraphs=(self.level_text(), *self.notes("level")),
            rows_title=self.say(self.headings.exceptions if cards else self.headings.priorities),
            more=(self.say(priorities.about), *self.exceptions()),
            data={"level": self.result.level},
        )
        intro = (self.say(self.headings.priorities_intro),)
        title = self.say(self.headings.priorities)
        return Section("priorities", title, paragraphs=intro, cards=(level, *cards))

    def ground_words(self, plain: Words, unclear: Words | None, ground: str) -> tuple[str, ...]:
        if unclear is not None and self.result.grounds[ground] is UNKNOWN:
            return self.say(plain), self.say(unclear)
        return (self.say(plain),)

    def ground_data(self, ground: str) -> dict[str, str]:
        key = "ground" if self.result.grounds[ground] is YES else "possible"
        return {key: ground}

    def level_text(self) -> str:
        """The level; where a more serious one is possible, the one that holds at least."""
        texts = self.content.priorities.level_texts
        level = self.result.level
        if level == "unknown" and (holding := self.result.holding()):
            at = {ground.id: ground.level for ground in self.content.priorities.grounds}
            level = f"at_least_{min(at[ground] for ground in holding)}"
        return self.say(texts[level])

    def exceptions(self) -> tuple[str, ...]:
        """Who could make an exception for each level that holds or may hold."""
        at = {ground.id: ground.level for ground in self.content.priorities.grounds}
        levels = {at[ground] for ground in self.result.holding() + self.result.possible()}
        found = [level for level in self.content.priorities.levels if level.level in levels]
        return tuple(
            f"**{self.say(level.name)}.** {self.say(level.deciders)} {self.say(level.standard)}"
            for level in found
        )

    # ------------------------------------------------------------ unknown, good and adverse

    def unknown_section(self) -> Section:
        cards = tuple(self.unknown_card(self.maker.questions[f]) for f in self.result.missing)
        intro = self.headings.unknown_intro if cards else self.headings.nothing_unknown
        return Section(
            "unknown", self.say(self.headings.unknown), paragraphs=(self.say(intro),), cards=cards
        )

    def unknown_card(self, question: Question) -> Card:
        return Card(
            kind="missing",
            id=question.id,
            title=self.say(question.short),
            paragraphs=(self.say(question.find_out),),
            data={"missing": question.id},
        )

    def good_section(self) -> Section:
        factors = self.content.factors
        found = [f for f in factors.positive if f.id in self.result.positive]
        intro = self.headings.good_intro if found else self.headings.no_good
        tell = tuple(self.say(text) for text in factors.to_tell_a_lawyer)
        return Section(
            "good",
            self.say(self.headings.good),
            paragraphs=(self.say(intro),),
            cards=tuple(self.good_card(factor) for factor in found),
            closing=(f"**{self.say(self.headings.to_tell)}**", *tell),
        )

    def good_card(self, factor: GoodFactor) -> Card:
        paragraphs = [self.say(factor.plain)]
        if factor.lists:
            paragraphs.append(self.answer(self.maker.questions[factor.lists]) + ".")
        return Card(
            kind="good",
            id=factor.id,
            title=self.say(factor.name),
            paragraphs=tuple(paragraphs),
            bullets_title=self.say(self.labels.papers),
            bullets=tuple(self.say(paper) for paper in factor.evidence),
            source=self.source(factor),
            data={"factor": factor.id},
        )

    def adverse_section(self) -> Section:
        found = [f for f in self.content.factors.adverse if f.id in self.result.adverse]
        return Section(
            "adverse",
            self.say(self.headings.adverse),
            paragraphs=(self.say(self.headings.adverse_intro),),
            cards=tuple(self.adverse_card(factor) for factor in found),
        )

    def adverse_card(self, factor: AdverseFactor) -> Card:
        return Card(
            kind="adverse",
            id=factor.id,
            title=self.say(factor.name),
            paragraphs=(self.say(factor.plain),),
            bullets=tuple(self.say(text) for text in factor.mitigation),
            source=self.source(factor),
            data={"factor": factor.id},
        )

    # ------------------------------------------------------------ discretion

    def option_section(self) -> Section:
        options = self.content.options
        title = self.say(self.headings.options)
        stage = next((s for s in options.stages if s.id == self.result.stage), None)
        if stage is None:
            return Section("options", title, paragraphs=(self.say(options.stage_unknown),))
        cards = tuple(
            Card(
                kind="option",
                id=option.id,
                title=self.say(option.ask),
                paragraphs=(f"{self.say(self.labels.who_decides)}: {self.say(option.who)}",),
                source=self.source(option),
                data={"option": option.id},
            )
            for option in stage.options
            if option.id in self.result.options
        )
        paragraphs = (f"**{self.say(stage.name)}**", self.say(stage.intro))
        closing = (self.say(stage.deciders), self.say(options.not_established))
        return Section("options", title, paragraphs=paragraphs, cards=cards, closing=closing)

    def detention_section(self) -> Section:
        detention = self.content.detention
        groups = [g for g in detention.groups if g.condition is None or self.holds(g.condition)]
        closing = [self.say(detention.approver)]
        priorities = self.maker.timelines[self.content.priorities.timeline]
        if status_on(priorities, self.result.as_of) == "ended":
            closing.append(self.say(detention.status_text))
        about = Card(
            kind="detention",
            id="detention",
            title=self.say(self.headings.detention),
            paragraphs=(self.say(detention.about), *(self.say(group.text) for group in groups)),
            source=self.source(detention),
        )
        return Section(
            "detention",
            self.say(self.headings.detention),
            bullets=tuple(self.say(text) for text in detention.what_to_do),
            cards=(about,),
            closing=tuple(closing),
        )

    def escalation_section(self) -> Section:
        escalation = self.content.escalation
        title = self.say(self.headings.escalation)
        if not self.result.escalation_shown:
            text = self.say(escalation.not_shown)
            return Section("escalation", title, paragraphs=(text,), data={"escalation": ""})
        cards = tuple(
            Card(
                kind="step",
                id=step.id,
                title=self.say(step.name),
                paragraphs=(self.say(step.what),),
                caution=self.say(step.caution) if step.caution else "",
                source=self.source(step),
            )
            for step in escalation.steps
            if step.id in self.result.escalation
        )
        return Section(
            "escalation",
            title,
            paragraphs=(self.say(escalation.intro), *map(self.say, escalation.limits)),
            cards=cards,
            closing=(self.say(escalation.not_confirmed),),
            data={"escalation": " ".join(self.result.escalation)},
        )

    def request_section(self) -> Section:
        request = self.content.request
        cards = tuple(
            Card(
                kind="request",
                id=step.id,
                title=self.say(step.name),
                paragraphs=(self.say(step.what),),
                caution=self.say(step.caution) if step.caution else "",
                source=self.source(step),
            )
            for step in request.steps
        )
        paragraphs = (self.say(request.lawyer_first), self.say(request.intro))
        title = self.say(self.headings.request)
        return Section("request", title, paragraphs=paragraphs, cards=cards)

    def memo_section(self) -> Section:
        cards = []
        for memo in self.content.memos:
            stood = memo_status_on(memo.statuses, self.result.as_of)
            if memo.id in self.result.memos and stood is not None:
                card = Card(
                    kind="memo",
                    id=memo.id,
                    title=self.say(memo.title),
                    chip=self.label("memo", stood.status),
                    tone=stood.status,
                    paragraphs=(self.say(stood.text), self.say(memo.says), self.say(memo.helps)),
                    source=self.source(memo),
                    data={"memo": memo.id},
                )
                cards.append(card)
        intro = (self.say(self.headings.memos_intro),)
        title = self.say(self.headings.memos)
        return Section("memos", title, paragraphs=intro, cards=tuple(cards))

    def decision_section(self) -> Section:
        decisions = self.content.decisions
        cards = tuple(
            Card(
                kind="decision",
                id=kind,
                title=self.say(title),
                bullets=tuple(self.say(said.text) for said in told),
            )
            for kind, title, told in (
                ("notice", self.headings.decisions, decisions.notice),
                ("effect", self.headings.effect, decisions.effect),
            )
        )
        return Section("decisions", self.say(self.headings.effect), cards=cards)

    # ------------------------------------------------------------ the end

    def lawyer_section(self) -> Section:
        door = self.content.urgent_door
        bullets = tuple(self.say(text) for text in door.find_lawyer.texts)
        last = (self.say(door.last.text),)
        return Section(
            "find_lawyer", self.say(door.find_lawyer.title), bullets=bullets, closing=last
        )

    def answer_section(self) -> Section:
        """The answers on the path, so that a lawyer sees what the page came from."""
        asked = self.maker.screening.path.asked(self.result.person)
        rows = tuple(
            Row("", "", self.say(question.short), (self.answer(question),), question.id)
            for question in asked
            if question.unsure
        )
        card = Card(kind="answers", id="answers", title=self.say(self.headings.answers), rows=rows)
        return Section(
            "answers",
            self.say(self.headings.answers),
            paragraphs=(self.say(self.headings.answers_intro),),
            cards=(card,),
            closing=(self.say(self.content.wording.keep_like_cash),),
        )
