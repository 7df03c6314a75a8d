"""`interview texts`: a translation brought up to the English, and confirmed by a person."""

import datetime
from pathlib import Path

import click

from interview.cli.parameters import read_content, stop, with_questions
from interview.languages import LANGUAGES, texts
from interview.loading import QUESTIONS, TRANSLATIONS, translations_beside


@click.command("texts")
@click.option("--lang", type=click.Choice(LANGUAGES[1:]), default="es", show_default=True)
@click.option("--confirm", is_flag=True, help="Ask of each unconfirmed text whether it is right.")
@click.option("--by", help="Who confirms: initials, such as M.R.")
@click.option("--role", help="What they are: translator, reviewer, edition.")
@with_questions
def update_texts(
    lang: str, confirm: bool, by: str | None, role: str | None, questions: Path
) -> None:
    """Bring a translation up to the English: new texts empty, changed ones marked stale.

    With --confirm it changes no text: it notes who read which translation and found it right.
    """
    content = read_content(questions)
    folder = translations_beside(questions)
    if questions.resolve() != QUESTIONS.resolve() and folder.resolve() == TRANSLATIONS.resolve():
        stop(
            f"{questions}: a copy needs its own translations, or the product's would be changed. "
            "Put the copy in a folder of its own, with a copy of translations/ beside it"
        )
    if confirm:
        _confirm(folder, lang, by, role)
        return
    texts.update(content, folder, lang)
    found = texts.gaps(content, folder, lang)
    for gap in found:
        click.echo(f"{gap.kind}: {', '.join(gap.places) or '-'}: {gap.english}")
    click.echo(f"{len(texts.wanted(content))} texts, {len(found)} to do.")
    if found:
        raise SystemExit(1)


def _confirm(folder: Path, lang: str, by: str | None, role: str | None) -> None:
    """Ask of one text after the other; what is answered with no stays unconfirmed."""
    if not by or not role:
        stop("Say who confirms: --by and --role, such as --by M.R. --role translator")
    waiting = texts.to_confirm(folder, lang)
    right = []
    for english, translation in waiting:
        click.echo(f"\n{english}\n{translation}")
        if click.confirm("Does it say the same?", default=False):
            right.append((english, translation))
    if right:
        texts.confirm(right, folder, lang, by, role, datetime.date.today())
    click.echo(f"{len(right)} confirmed, {len(waiting) - len(right)} still unconfirmed.")
