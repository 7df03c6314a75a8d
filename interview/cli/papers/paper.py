"""`interview paper`: a paper as a file, from somebody's answers or blank."""

import datetime
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import click

from interview.cli.parameters import (
    listed_languages,
    read_content,
    stop,
    tell,
    tongue_for,
    voice_of,
    with_reader_options,
)
from interview.cli.person_files import SUFFIXES_OF_ONE, read_person
from interview.content import Content
from interview.loading import translations_beside
from interview.paper import (
    KINDS,
    NoEventKey,
    NoPaper,
    NoPress,
    Order,
    PressError,
    Size,
    read_event_key,
)
from interview.screening import (
    Carried,
    Packing,
    PackingError,
    Screening,
    edition_of,
)

# Standard output holds one file, of the first sort that a paper has.
_STDOUT = Path("-")


@click.command()
@click.argument("kind", type=click.Choice(list(KINDS)))
@click.argument("facts", required=False, type=click.Path(allow_dash=True, path_type=str))
@click.option("--out", required=True, type=click.Path(allow_dash=True, dir_okay=False,
              path_type=Path), help="The file to write, or - for standard output.")  # fmt: skip
@click.option("--beside", metavar="LANG", help="A second language, beside the first.")
@click.option("--size", type=click.Choice(["us-letter", "a4"]), default="us-letter",
              show_default=True, help="The sheet of paper.")  # fmt: skip
@click.option("--base", type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="A letter: your own letterhead, a DOCX file.")  # fmt: skip
@click.option("--event-key", type=click.Path(dir_okay=False, path_type=Path),
              help="A slip: sealed with the key in this file, not with words.")  # fmt: skip
@click.option(
    "--ask",
    metavar="ID",
    help="A letter: the one thing that it asks for. If left out, the only one.",
)
@with_reader_options
def paper(
    kind: str,
    facts: str | None,
    out: Path,
    beside: str | None,
    size: Size,
    base: Path | None,
    event_key: Path | None,
    ask: str | None,
    as_of: datetime.date | None,
    lang: str,
    questions: Path,
) -> None:
    """Write the paper KIND, from the answers in FACTS, a file or -, or blank.

    The suffix of --out says the sort of file. Nothing of it is kept anywhere else.
    """
    content = read_content(questions)
    make = _way_of_making(kind, out)
    if KINDS[kind].needs_answers and facts is None:
        stop(f"{kind} is made from answers. Name a file of facts after it")
    if facts is not None and not KINDS[kind].may_have_answers:
        stop(f"{kind} is blank for everybody. Leave {facts} out")
    order = _order(content, facts, as_of or datetime.date.today(), lang, beside, questions)
    try:
        key = read_event_key(event_key) if event_key else None
        order = replace(order, size=size, base=base, event_key=key, ask=ask)
        made = make(order)
    except (NoEventKey, NoPaper, NoPress, PackingError, PressError) as error:
        stop(str(error))
    for line in order.told:
        tell(line)
    if out == _STDOUT:
        sys.stdout.buffer.write(made)
    else:
        out.write_bytes(made)


def _way_of_making(kind: str, out: Path) -> Callable[[Order], bytes]:
    ways = KINDS[kind].make
    suffix = next(iter(ways)) if out == _STDOUT else out.suffix.lower()
    if suffix not in ways:
        stop(f"{out}: {kind} is a file of the sort {' or '.join(ways)}. Name it so")
    return ways[suffix]


def _order(
    content: Content,
    facts: str | None,
    as_of: datetime.date,
    lang: str,
    beside: str | None,
    questions: Path,
) -> Order:
    screening = Screening(content)
    if facts is None:
        said = tongue_for(content, questions, lang, "self")
        other = tongue_for(content, questions, beside, "self") if beside else None
        return Order(screening, said, as_of, beside=other)
    kind = SUFFIXES_OF_ONE.get(Path(facts).suffix.lower(), "yaml")
    person = read_person(facts, kind, content, questions)
    voice = voice_of(person.answers)

    def pack() -> bytes:
        codes = listed_languages(translations_beside(questions)).codes
        return Packing(edition_of(content, codes)).pack(Carried(person.answers, lang, voice))

    return Order(
        screening,
        tongue_for(content, questions, lang, voice),
        person.as_of or as_of,
        screening.screen(person.answers, person.as_of or as_of),
        tongue_for(content, questions, beside, voice) if beside else None,
        pack=pack,
    )
