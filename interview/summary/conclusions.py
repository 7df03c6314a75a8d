"""What was concluded, section by section: flags, programs, priorities."""

from interview.content import Flag, Ground, Program
from interview.rules import UNKNOWN, YES, Truth
from interview.summary.blocks import Card, Row, Section
from interview.summary.context import Told


def flag_section(told: Told, flags: list[Flag]) -> Section:
    return Section(
        "flags",
        told.say(told.headings.flags),
        paragraphs=(told.say(told.headings.flags_intro if flags else told.headings.no_flags),),
        cards=tuple(_flag_card(told, flag) for flag in flags),
    )


def _flag_card(told: Told, flag: Flag) -> Card:
    return Card(
        kind="flag",
        id=flag.id,
        title=told.say(flag.name),
        chip=told.label("urgency", flag.urgency),
        tone=flag.urgency,
        paragraphs=(told.say(flag.reason), told.say(flag.do)),
        because=told.behind(flag.rule),
        source=told.source(flag),
        data={"flag": flag.id, "urgency": flag.urgency},
    )


def program_section(told: Told) -> Section:
    cards = tuple(_program_card(told, program) for program in told.content.programs.values())
    intro = (told.say(told.headings.programs_intro),)
    return Section("programs", told.say(told.headings.programs), paragraphs=intro, cards=cards)


def _program_card(told: Told, program: Program) -> Card:
    status, label, headline, effect = told.status(program.timeline)
    found = told.result.programs[program.id]
    paragraphs = [effect, told.say(getattr(program, found))]
    if found == "matches":
        paragraphs.append(told.say(program.promise))
    return Card(
        kind="program",
        id=program.id,
        title=headline,
        chip=f"{told.say(program.name)} · {label}",
        tone=status,
        paragraphs=tuple(text for text in paragraphs if text),
        rows_title=told.say(told.headings.program_asked),
        more=(told.say(program.about),),
        rows=_criterion_rows(told, program),
        source=told.source(program),
        data={"program": program.id, "result": found},
    )


def _criterion_rows(told: Told, program: Program) -> tuple[Row, ...]:
    """The criteria: first what does not match, then what is not known, then what matches."""
    rows = [_criterion_row(told, criterion) for criterion in program.criteria]
    return tuple(sorted(rows, key=lambda row: ("no", "unknown", "yes").index(row.mark)))


def _criterion_row(told: Told, criterion_id: str) -> Row:
    criterion = told.content.criteria[criterion_id]
    truth = told.result.criteria[criterion_id]
    text = told.say(criterion.requirement)
    if truth is UNKNOWN and criterion.unclear is not None:
        text = f"{text} {told.say(criterion.unclear)}"
    words = told.label("truth", truth.value)
    return Row(truth.value, words, text, told.behind(criterion.rule), criterion_id)


def priority_section(told: Told) -> Section:
    """The list of 2014: the level and what holds; what only may hold is folded, it is no record."""
    priorities = told.content.priorities
    status, label, headline, _ = told.status(priorities.timeline)
    holding = _ground_cards(told, YES)
    possible = _ground_cards(told, UNKNOWN)
    asked = told.headings.exceptions if holding or possible else told.headings.priorities
    level = Card(
        kind="level",
        id="level",
        title=headline,
        chip=label,
        tone=status,
        paragraphs=(_level_text(told), *told.notes("level")),
        rows_title=told.say(asked),
        more=(told.say(priorities.about), *_exceptions(told)),
        data={"level": told.result.level},
    )
    return Section(
        "priorities",
        told.say(told.headings.priorities),
        paragraphs=(told.say(told.headings.priorities_intro),),
        cards=(level, *holding),
        more_title=told.say(told.headings.possible_grounds) if possible else "",
        more_cards=possible,
    )


def _ground_cards(told: Told, truth: Truth) -> tuple[Card, ...]:
    grounds = told.content.priorities.grounds
    return tuple(_ground_card(told, g) for g in grounds if told.result.grounds[g.id] is truth)


def _ground_card(told: Told, ground: Ground) -> Card:
    truth = told.result.grounds[ground.id]
    holds = truth is YES
    words = [ground.plain] if holds or ground.unclear is None else [ground.plain, ground.unclear]
    return Card(
        kind="ground",
        id=ground.id,
        title=told.say(ground.name),
        chip=told.label("truth", truth.value),
        tone=truth.value,
        paragraphs=tuple(map(told.say, words)),
        because=told.behind(ground.rule),
        source=told.source(ground),
        data={"ground" if holds else "possible": ground.id},
    )


def _level_text(told: Told) -> str:
    """The level; where a more serious one is possible, the one that holds at least."""
    texts = told.content.priorities.level_texts
    level: str = told.result.level
    if level == "unknown" and (holding := told.result.holding()):
        at = {ground.id: ground.level for ground in told.content.priorities.grounds}
        level = f"at_least_{min(at[ground] for ground in holding)}"
    return told.say(texts[level])


def _exceptions(told: Told) -> tuple[str, ...]:
    """Who could make an exception for each level that holds or may hold."""
    at = {ground.id: ground.level for ground in told.content.priorities.grounds}
    levels = {at[ground] for ground in told.result.holding() + told.result.possible()}
    found = [level for level in told.content.priorities.levels if level.level in levels]
    return tuple(
        f"**{told.say(level.name)}.** {told.say(level.deciders)} {told.say(level.standard)}"
        for level in found
    )
