"""`interview texts`: a translation brought up to the English, and confirmed by a person."""

import datetime
from pathlib import Path

import click

from interview.cli.parameters import (
    LanguageParameter,
    listed_languages,
    read_content,
    stop,
    with_questions,
)
from interview.content import Content
from interview.languages import pseudo_copy, texts, upkeep
from interview.loading import QUESTIONS, TRANSLATIONS, translations_beside


@click.command("texts")
@click.option("--lang", type=LanguageParameter(), help="Only this language. [default: each]")
@click.option("--confirm", is_flag=True, help="Ask of each unconfirmed text whether it is right.")
@click.option("--by", help="Who confirms: initials, such as M.R.")
@click.option("--role", help="What they are: translator, reviewer, edition.")
@click.option(
    "--pseudo",
    type=click.Path(path_type=Path),
    help="Write a copy into this new folder, with two made-up languages to look at.",
)
@with_questions
def update_texts(
    lang: str | None,
    confirm: bool,
    by: str | None,
    role: str | None,
    pseudo: Path | None,
    questions: Path,
) -> None:
    """Bring translations up to the English: new texts empty, changed ones marked stale.

    With --confirm it changes no text: it notes who read which translation and found it right.
    With --pseudo it changes nothing here: the copy has a language with accents that is 40 % longer,
    and one from right to left. Look at it with: interview serve --questions FOLDER/questions
    """
    content = read_content(questions)
    folder = translations_beside(questions)
    if pseudo is not None:
        _write_copy(content, questions, folder, pseudo)
        return
    if questions.resolve() != QUESTIONS.resolve() and folder.resolve() == TRANSLATIONS.resolve():
        stop(
            f"{questions}: a copy needs its own translations, or the product's would be changed. "
            "Put the copy in a folder of its own, with a copy of translations/ beside it"
        )
    listed = listed_languages(folder)
    chosen = [one.code for one in listed.translated() if lang in (None, one.code)]
    if confirm:
        for code in chosen:
            _confirm(folder, code, by, role)
        return
    upkeep.write_template(content, folder)
    if any([_bring_up(content, folder, code) for code in chosen]):
        raise SystemExit(1)


def _write_copy(content: Content, questions: Path, folder: Path, target: Path) -> None:
    if target.exists():
        stop(f"{target} is there already. Name a new folder")
    pseudo_copy(content, questions, folder, target)
    click.echo(f"Look at it with: interview serve --questions {target / 'questions'}")


def _bring_up(content: Content, folder: Path, code: str) -> bool:
    """Bring one language up to the English; say whether something is left to do."""
    upkeep.update(content, folder, code)
    found = texts.gaps(content, folder, code)
    for gap in found:
        click.echo(f"{gap.kind}: {', '.join(gap.places) or '-'}: {gap.english}")
    needed = texts.needed(content, listed_languages(folder), code)
    click.echo(f"{code}: {len(needed)} texts, {len(found)} to do.")
    return bool(found)


def _confirm(folder: Path, lang: str, by: str | None, role: str | None) -> None:
    """Ask of one text after the other; what is answered with no stays unconfirmed."""
    if not by or not role:
        stop("Say who confirms: --by and --role, such as --by M.R. --role translator")
    waiting = upkeep.to_confirm(folder, lang)
    right = []
    for english, translation in waiting:
        click.echo(f"\n{english}\n{translation}")
        if click.confirm("Does it say the same?", default=False):
            right.append((english, translation))
    if right:
        upkeep.confirm(right, folder, lang, by, role, datetime.date.today())
    click.echo(f"{lang}: {len(right)} confirmed, {len(waiting) - len(right)} still unconfirmed.")
