"""`interview schema`: what each file may say, for editors and other programs."""

from pathlib import Path

import click

from interview.cli.parameters import read_content, stop, with_questions
from interview.files import schemas


@click.command()
@click.argument("name", required=False)
@click.option("--write", is_flag=True, help="Write every schema, and name it in the files.")
@with_questions
def schema(name: str | None, write: bool, questions: Path) -> None:
    """Print the JSON Schema NAME, or the names that there are.

    `facts` is what screen reads of one person, `result` what it prints as JSON; the others are the
    files of the questions folder. --write brings the folder schemas/ in it up to date, and puts the
    schema's place into the first line of each file, where editors look for it.
    """
    content = read_content(questions)
    found = schemas.all_schemas(content)
    if write:
        changed = schemas.write_schemas(content, questions)
        click.echo("\n".join(map(str, changed)) or "Every schema is up to date.")
    elif name is None:
        click.echo("\n".join(found))
    elif name in found:
        click.echo(schemas.as_text(found[name]), nl=False)
    else:
        stop(f'there is no schema "{name}". Schemas: {", ".join(found)}')
