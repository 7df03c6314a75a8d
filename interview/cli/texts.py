"""`interview texts`: a translation brought up to the English."""

from pathlib import Path

import click

from interview.cli.parameters import read_content, stop, with_questions
from interview.languages import LANGUAGES, texts
from interview.loading import QUESTIONS, TRANSLATIONS, translations_beside


@click.command("texts")
@click.option("--lang", type=click.Choice(LANGUAGES[1:]), default="es", show_default=True)
@with_questions
def update_texts(lang: str, questions: Path) -> None:
    """Bring a translation up to the English: new texts empty, changed ones marked stale."""
    content = read_content(questions)
    folder = translations_beside(questions)
    if questions.resolve() != QUESTIONS.resolve() and folder.resolve() == TRANSLATIONS.resolve():
        stop(
            f"{questions}: a copy needs its own translations, or the product's would be changed. "
            "Put the copy in a folder of its own, with a copy of translations/ beside it"
        )
    texts.update(content, folder, lang)
    found = texts.gaps(content, folder, lang)
    for gap in found:
        click.echo(f"{gap.kind}: {', '.join(gap.places) or '-'}: {gap.english}")
    click.echo(f"{len(texts.wanted(content))} texts, {len(found)} to do.")
    if found:
        raise SystemExit(1)
