"""Checks what the letter may speak of: nothing that hangs on a fact which is kept out of it."""

from collections.abc import Iterable, Iterator
from typing import Any

from interview.content import Letter, Option
from interview.loading.content_files import ContentFiles
from interview.loading.document import Place
from interview.rules import Condition
from interview.rules import conditions as c

_LETTER, _OPTIONS, _FACTORS = "papers/letter", "discretion/options", "discretion/factors"
# What is settled by many facts at once: who knows one of these knows something of them.
_HANGS_ON_MANY = c.ProgramIs | c.FlagRaised


def check_letter(files: ContentFiles) -> None:
    """Complain of what the letter names and is not there, and of what would tell too much.

    The conditions must be resolved.
    """
    letter: Letter = files.models[_LETTER]
    _facts_exist(files, letter)
    _kept_out(files, letter)
    _factors(files, letter)
    _memos(files, _LETTER, ("memos",), letter.memos)
    _asks(files, letter)


def _facts_exist(files: ContentFiles, letter: Letter) -> None:
    groups: list[tuple[Place, tuple[str, ...]]] = [
        (("speaks_of",), letter.speaks_of),
        (("stage_facts",), letter.stage_facts),
        *((("kept_out", "facts", name), facts) for name, facts in letter.kept_out.facts.items()),
    ]
    for place, facts in groups:
        for number, fact in enumerate(facts):
            files.must_exist(_LETTER, (*place, number), fact, files.question_by_id, "question")


def _kept_out(files: ContentFiles, letter: Letter) -> None:
    """What is kept out of the letter is not let in by another list."""
    out = {fact for facts in letter.kept_out.facts.values() for fact in facts}
    for key, listed, kept in (
        ("speaks_of", letter.speaks_of, out),
        ("stage_facts", letter.stage_facts, out),
        ("factors", letter.factors, set(letter.kept_out.factors)),
    ):
        for number, name in enumerate(listed):
            if name in kept:
                message = f'"{name}" is kept out of the letter. Take it out here'
                files.complain(_LETTER, (key, number), message, name)


def _factors(files: ContentFiles, letter: Letter) -> None:
    """Each listed factor has words, and each that has words is listed and tells nothing else."""
    positive = {factor.id: factor for factor in files.models[_FACTORS].positive}
    for number, name in enumerate(letter.factors):
        files.must_exist(_LETTER, ("factors", number), name, positive, "good factor")
        if name in positive and positive[name].letter is None:
            message = f'the factor "{name}" has no words for a letter. Give it "letter:"'
            files.complain(_LETTER, ("factors", number), message, name)
    for number, name in enumerate(letter.kept_out.factors):
        files.must_exist(_LETTER, ("kept_out", "factors", number), name, positive, "good factor")
    for number, factor in enumerate(files.models[_FACTORS].positive):
        if factor.letter is not None:
            _factor(files, letter, ("positive", number), factor)


def _factor(files: ContentFiles, letter: Letter, place: Place, factor: Any) -> None:
    if factor.id not in letter.factors:
        message = f"this has words for a letter, and is not in factors of {_LETTER}.yaml"
        files.complain(_FACTORS, (*place, "letter"), f"{message}. Add it there", factor.id)
    memos = {memo.id: memo.condition for memo in files.models["discretion/memos"].memos}
    conditions: list[tuple[Place, Condition]] = [
        ((*place, "condition"), factor.condition),
        *(((*place, "letter", "points", nth, "applies"), point.applies)
          for nth, point in enumerate(factor.letter.points)),
        *(((*place, "letter", "memos", nth), memos[memo])
          for nth, memo in enumerate(factor.letter.memos) if memo in memos),
    ]  # fmt: skip
    _memos(files, _FACTORS, (*place, "letter", "memos"), factor.letter.memos)
    for at, condition in conditions:
        _must_hang_on(files, _FACTORS, at, condition, letter.speaks_of, factor.id)


def _memos(files: ContentFiles, name: str, place: Place, memos: Iterable[str]) -> None:
    known = {memo.id: memo for memo in files.models["discretion/memos"].memos}
    for number, wanted in enumerate(memos):
        files.must_exist(name, (*place, number), wanted, known, "memo")
        if wanted in known and known[wanted].letter is None:
            message = f'the memo "{wanted}" has no words for a letter. Give it "letter:"'
            files.complain(name, (*place, number), message)


def _asks(files: ContentFiles, letter: Letter) -> None:
    """An ask goes to an office that there is; whether it is offered hangs on the stage alone."""
    offices = [office.id for office in files.models[_OPTIONS].offices]
    for number, office in enumerate(files.models[_OPTIONS].offices):
        _memos(files, _OPTIONS, ("offices", number, "memos"), office.memos)
    excused = {one.ask for one in letter.although}
    needed: set[str] = set()
    for place, option in _with_a_letter(files):
        assert option.letter is not None
        at = (*place, "letter", "office")
        files.must_exist(_OPTIONS, at, option.letter.office, offices, "office", option.id)
        if option.condition is None or not _beyond(option.condition, letter.stage_facts):
            continue
        needed.add(option.id)
        if option.id not in excused:
            at = (*place, "condition")
            _must_hang_on(files, _OPTIONS, at, option.condition, letter.stage_facts, option.id)
    for number, one in enumerate(letter.although):
        if one.ask not in needed:
            message = f'"{one.ask}" needs no excuse. Take it out'
            files.complain(_LETTER, ("although", number), message, one.ask)


def _with_a_letter(files: ContentFiles) -> Iterator[tuple[Place, Option]]:
    for number, stage in enumerate(files.models[_OPTIONS].stages):
        for nth, option in enumerate(stage.options):
            if option.letter is not None:
                yield ("stages", number, "options", nth), option


def _must_hang_on(
    files: ContentFiles,
    name: str,
    place: Place,
    condition: Condition,
    allowed: tuple[str, ...],
    rule: str,
) -> None:
    if beyond := _beyond(condition, allowed):
        message = (
            f"words of a letter may not hang on {', '.join(beyond)}. Take the words out of the "
            f"letter, or see {_LETTER}.yaml"
        )
        files.complain(name, place, message, rule)


def _beyond(condition: Condition, allowed: tuple[str, ...]) -> list[str]:
    """What a condition speaks of beyond some facts."""
    many = [p for p in c.comparisons(condition) if isinstance(p, _HANGS_ON_MANY)]
    named = [p.program if isinstance(p, c.ProgramIs) else p.flag for p in many]
    return [*(fact for fact in c.facts(condition) if fact not in allowed), *named]
