"""`interview pack`: the answers of one person as a short text to copy."""

from pathlib import Path

import click

from interview.cli.parameters import (
    listed_languages,
    read_content,
    shown_name,
    stop,
    voice_of,
    with_language,
    with_questions,
)
from interview.cli.person_files import SUFFIXES_OF_ONE, read_person
from interview.files import packed_text
from interview.loading import translations_beside
from interview.screening import Carried, Packing, PackingError, edition_of


@click.command()
@click.argument("facts", type=click.Path(allow_dash=True, path_type=str))
@click.option("--input", "kind", type=click.Choice(["yaml", "json"]),
              help="What FACTS holds. [default: by its suffix; yaml for -]")  # fmt: skip
@with_language
@with_questions
def pack(facts: str, kind: str | None, lang: str, questions: Path) -> None:
    """Print the answers in FACTS, a file or -, as a text that `interview unpack` reads.

    It is as long for everybody, and it is no secret writing: who has it can read the answers. An
    id and an as_of are not in it.
    """
    kind = kind or SUFFIXES_OF_ONE.get(Path(facts).suffix.lower(), "yaml")
    content = read_content(questions)
    codes = listed_languages(translations_beside(questions)).codes
    shown_as = shown_name(facts)
    person = read_person(facts, kind, content, questions)
    carried = Carried(person.answers, lang, voice_of(person.answers))
    try:
        packed = Packing(edition_of(content, codes)).pack(carried)
    except PackingError as error:
        stop("\n".join(f"{shown_as}: {fact}: {wrong}" for fact, wrong in error.problems.items()))
    click.echo(packed_text.to_text(packed))
