"""What was concluded, section by section: flags, programs, priorities."""

from collections.abc import Iterator
from dataclasses import replace

from interview.content import FirstStep, Flag, FlagWording, Ground, Program
from interview.rules import UNKNOWN, YES, Truth
from interview.summary.blocks import Card, CardRow, Section
from interview.summary.context import SummaryContext
from interview.summary.law_today import notes

# What has this status is history: nobody can ask for it.
OVER = ("ended", "replaced")


def flag_section(context: SummaryContext, flags: list[Flag]) -> Section:
    """The reasons to see a lawyer, the most urgent first."""
    said = () if flags else (context.say(context.headings.no_flags),)
    cards = tuple(_flag_card(context, flag, flags[0]) for flag in flags)
    return Section("flags", context.say(context.headings.flags), paragraphs=said, cards=cards)


def _flag_card(context: SummaryContext, flag: Flag, first: Flag) -> Card:
    """A flag; where another one is for today, this one is told to the same lawyer."""
    waits = first.urgency == "now" and flag.urgency != "now"
    return Card(
        kind="flag",
        id=flag.id,
        title=context.say(flag.name),
        chip=context.label("urgency", flag.urgency),
        tone=flag.urgency,
        line=context.say(context.headings.same_lawyer) if waits else "",
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


def program_sections(context: SummaryContext) -> Iterator[Section]:
    """The programs and the list of 2014, as they stood on the day; what is over is one line."""
    list_of_2014 = context.content.priorities.timeline
    if not context.has_begun(list_of_2014):
        yield _program_section(context)
    elif context.status(list_of_2014)[0] in OVER:
        yield _program_section(context, priority_section(context))
    else:
        yield _program_section(context)
        yield priority_section(context)


def _program_section(context: SummaryContext, history: Section | None = None) -> Section:
    """How the answers compare with each program, and how the program stood on the day."""
    programs = (context.content.programs[name] for name in context.result.programs)
    cards = [_program_card(context, program) for program in programs]
    title = context.say(context.headings.programs)
    inner = (history,) if history else ()
    if not_for_them := context.said_for(context.content.wording.not_for_them):
        asked = context.say(context.headings.program_asked)
        return Section(
            "programs", title, paragraphs=not_for_them,
            more_title=asked, more_cards=tuple(cards), inner=inner,
        )  # fmt: skip
    over = [card for card in cards if card.tone in OVER and card.data["result"] == "does_not_match"]
    section = Section(
        "programs",
        title,
        paragraphs=(context.say(context.headings.programs_intro),),
        cards=tuple(card for card in cards if card not in over),
    )
    if not over and not inner:
        return section
    names = [context.say(context.content.programs[card.id].name) for card in over]
    names += [part.title for part in inner]
    said = context.say(context.headings.over)
    return replace(
        section, more_title=" · ".join(names), more_line=said, more_cards=tuple(over), inner=inner
    )


def _program_card(context: SummaryContext, program: Program) -> Card:
    """A program: its status and how it compares, in a line; then its history and its criteria."""
    status, label, headline, effect = context.status(program.timeline)
    found = context.result.programs[program.id]
    compared = context.label("program", found)
    if status in OVER:
        compared = f"{context.label('program', 'over')} {compared}"
    paragraphs = [headline, effect, context.say(getattr(program, found))]
    if found == "matches":
        paragraphs.append(context.say(program.promise))
    return Card(
        kind="program",
        id=program.id,
        title=f"{context.say(program.name)}: {label}",
        tone=status,
        line=compared,
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
    if criterion.unclear is not None and context.is_unclear(criterion.rule):
        text = f"{text} {context.say(criterion.unclear)}"
    words = context.label("truth", truth.value)
    return CardRow(truth.value, words, text, context.behind(criterion.rule), criterion_id)


def priority_section(context: SummaryContext) -> Section:
    """The list of 2014: the level and what holds; what only may hold is folded, it is no record."""
    priorities = context.content.priorities
    status, label, headline, _ = context.status(priorities.timeline)
    holding = _ground_cards(context, YES)
    possible = _ground_cards(context, UNKNOWN)
    exceptions = _exceptions(context)
    level = Card(
        kind="level",
        id="level",
        title=headline,
        chip=label,
        tone=status,
        paragraphs=(
            _level_text(context),
            *notes(context, "level"),
            context.say(priorities.about),
        ),
        rows_title=context.say(context.headings.exceptions) if exceptions else "",
        more=exceptions,
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
    words = [ground.plain]
    if ground.unclear is not None and not holds and context.is_unclear(ground.rule):
        words.append(ground.unclear)
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
