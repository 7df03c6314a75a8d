"""`interview unpack`: the answers of one person, out of the text that `interview pack` printed."""

from pathlib import Path

import click

from interview.cli.parameters import (
    read_content,
    shown_name,
    whole_text,
    with_questions,
)
from interview.cli.person_files import open_slip, with_event_key
from interview.files import facts_file
from interview.screening import AnswerReader


@click.command()
@click.argument("packed", type=click.Path(allow_dash=True, path_type=str))
@with_event_key
@with_questions
def unpack(packed: str, event_key: Path | None, questions: Path) -> None:
    """Print the answers in PACKED, a file or -, as a facts file that `interview screen` reads.

    PACKED is what `interview pack` printed, or a slip: then its four words are asked for.
    """
    content = read_content(questions)
    carried = open_slip(whole_text(packed), shown_name(packed), content, questions, event_key)
    click.echo(f"# Language: {carried.language}. Voice: {carried.voice}.")
    click.echo(facts_file.as_yaml(carried.answers, AnswerReader(content)), nl=False)
