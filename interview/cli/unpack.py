"""`interview unpack`: the answers of one person, out of the text that `interview pack` printed."""

from pathlib import Path

import click

from interview.cli.parameters import (
    listed_languages,
    read_content,
    shown_name,
    stop,
    whole_text,
    with_questions,
)
from interview.files import facts_file, packed_text
from interview.loading import translations_beside
from interview.screening import AnswerReader, Packing, UnpackingError, edition_of


@click.command()
@click.argument("packed", type=click.Path(allow_dash=True, path_type=str))
@with_questions
def unpack(packed: str, questions: Path) -> None:
    """Print the answers in PACKED, a file or -, as a facts file that `interview screen` reads."""
    content = read_content(questions)
    codes = listed_languages(translations_beside(questions)).codes
    try:
        carried = Packing(edition_of(content, codes)).unpack(
            packed_text.from_text(whole_text(packed))
        )
    except (packed_text.NoPackedText, UnpackingError) as error:
        stop(f"{shown_name(packed)}: {error}")
    click.echo(f"# Language: {carried.language}. Voice: {carried.voice}.")
    click.echo(facts_file.as_yaml(carried.answers, AnswerReader(content)), nl=False)
