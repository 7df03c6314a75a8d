"""What was concluded, section by section: flags, programs, priorities."""

from interview.content import FirstStep, Flag, FlagWording, Ground, Program
from interview.rules import UNKNOWN, YES, Truth
from interview.summary.blocks import Card, CardRow, Section
from interview.summary.context import SummaryContext
from interview.summary.law_today import notes


def flag_section(context: SummaryContext, flags: list[Flag]) -> Section:
    """The reasons to see a lawyer, the most urgent first."""
    return Section(
        "flags",
        context.say(context.headings.flags),
        paragraphs=(
            context.say(context.headings.flags_intro if flags else context.headings.no_flags),
        ),
        cards=tuple(_flag_card(context, flag) for flag in flags),
    )


def _flag_card(context: SummaryContext, flag: Flag) -> Card:
    return Card(
        kind="flag",
        id=flag.id,
        title=context.say(flag.name),
        chip=context.label("urgency", flag.urgency),
        tone=flag.urgency,
        paragraphs=_flag_paragraphs(context, flag),
        because=context.behind(flag.rule),
        source=context.source(flag),
        data={"flag": flag.id, "urgency": flag.urgency},
    )


def _flag_paragraphs(context: SummaryContext, flag: Flag) -> tuple[str, ...]:
    """Why and what to do, in the words for this person, and what goes for this person besides."""
    words = context.wordings(flag)
    reason = next((_reason(context, one) for one in words if one.reason), context.say(flag.reason))
    do = next((one.do for one in words if one.do), flag.do)
    also = context.say_all(one.also for one in words if one.also)
    return reason, context.say(do), *also


def _reason(context: SummaryContext, words: FlagWording) -> str:
    """Say the reason in the words for this person, with the day that they gave."""
    assert words.reason is not None
    said = context.say(words.reason)
    if words.date is None:
        return said
    return said.format(date=context.answer(context.questions[words.date]))


def first_step(context: SummaryContext, flag: Flag) -> FirstStep | None:
    """The flag's own first thing to do, in the words for this person, or None."""
    said = (one.first for one in context.wordings(flag) if one.first)
    return next(said, flag.first)


def program_section(context: SummaryContext) -> Section:
    """How the answers compare with each program, and how the program stood on the day."""
    programs = (context.content.programs[name] for name in context.result.programs)
    cards = tuple(_program_card(context, program) for program in programs)
    title = context.say(context.headings.programs)
    if not_for_them := context.said_for(context.content.wording.not_for_them):
        return Section(
            "programs",
            title,
            paragraphs=not_for_them,
            more_title=context.say(context.headings.program_asked),
            more_cards=cards,
        )
    intro = (context.say(context.headings.programs_intro),)
    return Section("programs", title, paragraphs=intro, cards=cards)


def _program_card(context: SummaryContext, program: Program) -> Card:
    status, label, headline, effect = context.status(program.timeline)
    found = context.result.programs[program.id]
    paragraphs = [effect, context.say(getattr(program, found))]
    if found == "matches":
        paragraphs.append(context.say(program.promise))
    return Card(
        kind="program",
        id=program.id,
        title=headline,
        chip=f"{context.say(program.name)} · {label}",
        tone=status,
        paragraphs=tuple(text for text in paragraphs if text),
        rows_title=context.say(context.headings.program_asked),
        more=(context.say(program.about),),
        rows=_criterion_rows(context, program),
        source=context.source(program),
        data={"program": program.id, "result": found},
    )


def _criterion_rows(context: SummaryContext, program: Program) -> tuple[CardRow, ...]:
    """The criteria: first what does not match, then what is not known, then what matches."""
    rows = [
        _criterion_row(context, criterion) for criterion in context.result.criteria_of[program.id]
    ]
    return tuple(sorted(rows, key=lambda row: ("no", "unknown", "yes").index(row.mark)))


def _criterion_row(context: SummaryContext, criterion_id: str) -> CardRow:
    criterion = context.content.criteria[criterion_id]
    truth = context.result.criteria[criterion_id]
    text = context.say(criterion.requirement)
    if truth is UNKNOWN and criterion.unclear is not None:
        text = f"{text} {context.say(criterion.unclear)}"
    words = context.label("truth", truth.value)
    return CardRow(truth.value, words, text, context.behind(criterion.rule), criterion_id)


def priority_section(context: SummaryContext) -> Section:
    """The list of 2014: the level and what holds; what only may hold is folded, it is no record."""
    priorities = context.content.priorities
    status, label, headline, _ = context.status(priorities.timeline)
    holding = _ground_cards(context, YES)
    possible = _ground_cards(context, UNKNOWN)
    asked = context.headings.exceptions if holding or possible else context.content.priorities.title
    level = Card(
        kind="level",
        id="level",
        title=headline,
        chip=label,
        tone=status,
        paragraphs=(_level_text(context), *notes(context, "level")),
        rows_title=context.say(asked),
        more=(context.say(priorities.about), *_exceptions(context)),
        data={"level": context.result.level},
    )
    return Section(
        "priorities",
        context.say(context.content.priorities.title),
        paragraphs=(context.say(context.content.priorities.intro),),
        cards=(level, *holding),
        more_title=context.say(context.headings.possible_grounds) if possible else "",
        more_cards=possible,
    )


def _ground_cards(context: SummaryContext, truth: Truth) -> tuple[Card, ...]:
    grounds = context.content.priorities.grounds
    return tuple(_ground_card(context, g) for g in grounds if context.result.grounds[g.id] is truth)


def _ground_card(context: SummaryContext, ground: Ground) -> Card:
    truth = context.result.grounds[ground.id]
    holds = truth is YES
    words = [ground.plain] if holds or ground.unclear is None else [ground.plain, ground.unclear]
    return Card(
        kind="ground",
        id=ground.id,
        title=context.say(ground.name),
        chip=context.label("truth", truth.value),
        tone=truth.value,
        paragraphs=tuple(map(context.say, words)),
        because=context.behind(ground.rule),
        source=context.source(ground),
        data={"ground" if holds else "possible": ground.id},
    )


def _level_text(context: SummaryContext) -> str:
    """The level; where a more serious one is possible, the one that holds at least."""
    texts = context.content.priorities.level_texts
    level: str = context.result.level
    if level == "unknown" and (holding := context.result.holding()):
        level = f"at_least_{min(_levels(context, holding))}"
    return context.say(texts[level])


def _levels(context: SummaryContext, grounds: list[str]) -> set[str]:
    found = context.content.priorities.grounds
    return {ground.level for ground in found if ground.id in grounds}


def _exceptions(context: SummaryContext) -> tuple[str, ...]:
    """Who could make an exception for each level that holds or may hold."""
    say = context.say
    levels = _levels(context, context.result.holding() + context.result.possible())
    found = [level for level in context.content.priorities.levels if level.level in levels]
    return tuple(
        f"**{say(level.name)}.** {say(level.deciders)} {say(level.standard)}" for level in found
    )
