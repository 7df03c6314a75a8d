"""`interview paper`: a paper as a file, from somebody's answers or blank."""

import datetime
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import click

from interview.cli.parameters import (
    SUFFIXES_OF_ONE,
    read_content,
    shown_name,
    stop,
    tongue_for,
    voice_of,
    whole_text,
    with_reader_options,
)
from interview.content import Content
from interview.files import facts_file
from interview.loading import ContentError
from interview.paper import KINDS, NoPaper, NoPress, Order, PressError, Size
from interview.screening import AnswerReader, Screening

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
@click.option(
    "--ask",
    metavar="ID",
    help="A letter: the one thing that it asks for. Without it, the only one.",
)
@with_reader_options
def paper(
    kind: str,
    facts: str | None,
    out: Path,
    beside: str | None,
    size: Size,
    base: Path | None,
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
        made = make(replace(order, size=size, base=base, ask=ask))
    except (NoPaper, NoPress, PressError) as error:
        stop(str(error))
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
    try:
        person = facts_file.read_facts(
            whole_text(facts), shown_name(facts), kind, AnswerReader(content)
        )
    except ContentError as error:
        stop(str(error))
    voice = voice_of(person.answers)
    return Order(
        screening,
        tongue_for(content, questions, lang, voice),
        person.as_of or as_of,
        screening.screen(person.answers, person.as_of or as_of),
        tongue_for(content, questions, beside, voice) if beside else None,
    )
