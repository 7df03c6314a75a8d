"""`interview review`: all texts and rules on one page, for a lawyer to sign."""

from pathlib import Path

import click

from interview.authoring.review import Review
from interview.cli.parameters import read_content, with_questions, with_translations
from interview.languages import Tongue, translations
from interview.loading import read, translations_beside


@click.command()
@with_questions
@with_translations
def review(questions: Path, translations_folder: Path | None) -> None:
    """Print every text and rule on one HTML page, for a lawyer to read, sign and print.

    English and Spanish stand side by side, with the condition in words, the source, and when the
    lines were last changed (in a git checkout).
    """
    read_content(questions)
    folder = translations_beside(questions, translations_folder)
    spanish = Tongue("es", "client", translations(folder, "es"))
    click.echo(Review(read(questions), spanish, questions).html())
