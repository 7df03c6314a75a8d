"""`interview review`: all texts and rules on one page, for a lawyer to sign."""

from pathlib import Path

import click

from interview.authoring.review import Review
from interview.cli.parameters import (
    LanguageParameter,
    listed_languages,
    read_content,
    with_questions,
    with_translations,
)
from interview.content import SOURCE_LANGUAGE
from interview.languages import Tongue, translations
from interview.loading import read, translations_beside


@click.command()
@with_questions
@with_translations
@click.option(
    "--lang",
    type=LanguageParameter(),
    help="What stands beside the English. [default: its partner]",
)
def review(questions: Path, translations_folder: Path | None, lang: str | None) -> None:
    """Print every text and rule on one HTML page, for a lawyer to read, sign and print.

    English and another language stand side by side, with the condition in words, the source, and
    when the lines were last changed (in a git checkout).
    """
    read_content(questions)
    folder = translations_beside(questions, translations_folder)
    listed = listed_languages(folder)
    code = lang or listed[SOURCE_LANGUAGE].partner
    # What is not there stays empty here, also where readers get English.
    whole = listed[code].model_copy(update={"complete": True})
    other = Tongue(code, "client", translations(folder, code), whole)
    click.echo(Review(read(questions), other, listed[code].name, questions).html())
