"""The commands of the authoring part: check, walk, map, review."""

import datetime
import json
import sys
from pathlib import Path
from typing import Any

import click

from interview.authoring import check as checking
from interview.authoring import outline, picture, walk_report
from interview.authoring.findings import Finding
from interview.authoring.review import Review
from interview.authoring.walk_report import Walked, WalkInParts
from interview.content import Content
from interview.language import LANGUAGES, MissingTranslation, Tongue, translations
from interview.loader import read
from interview.options import Day, read_content, stop, with_questions
from interview.places import translations_beside

as_text_or_json = click.option(
    "--format", "output", type=click.Choice(["text", "json"]), default="text", show_default=True
)
with_translations = click.option(
    "--translations",
    "translations_folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder with translations. [default: beside --questions, else the product's own]",
)  # fmt: skip


# ---------------------------------------------------------------- check


@click.command()
@with_questions
@with_translations
@as_text_or_json
def check(questions: Path, translations_folder: Path | None, output: str) -> None:
    """Report everything that is wrong with the questions and their translations.

    Each problem has its file and line, what is wrong and what to do.
    Exit status: 0 nothing or only warnings, 1 errors.
    """
    folder = translations_beside(questions, translations_folder)
    found = checking.check(questions, folder, datetime.date.today())
    if output == "json":
        click.echo(json.dumps([finding.plain() for finding in found], ensure_ascii=False, indent=1))
    else:
        _tell(found)
    if any(finding.severity == "error" for finding in found):
        raise SystemExit(1)


def _tell(found: list[Finding]) -> None:
    for finding in found:
        click.echo(str(finding))
    errors = sum(finding.severity == "error" for finding in found)
    click.echo(f"{errors} errors, {len(found) - errors} warnings.")
    if not_run := checking.not_run(found):
        click.echo(not_run)


# ---------------------------------------------------------------- walk


@click.command()
@with_questions
@click.option("--as-of", type=Day(), help="Walk as of this day. [default: today, local time]")
@as_text_or_json
def walk(questions: Path, as_of: datetime.date | None, output: str) -> None:
    """Visit every path of the interview, and count exactly what becomes of everybody.

    People who are asked the same questions and for whom every comparison of the rules comes out
    the same are one class; classes are counted, not people. First everybody who knows each
    answer, then everybody who may be unsure or know part of a date.
    Exit status: 1 when a path does not end, or a question or an outcome is out of reach.
    """
    content = read_content(questions)
    day = as_of or datetime.date.today()
    known, unsure = (_walk(content, day, mode) for mode in (False, True))
    problems = walk_report.problems(content, known, unsure)
    if output == "json":
        plain = [walk_report.plain(walked) for walked in (known, unsure)]
        click.echo(json.dumps({"as_of": day.isoformat(), "walks": plain, "problems": problems}))
    else:
        for walked in (known, unsure):
            click.echo("\n".join(walk_report.text(walked)))
        click.echo("\n".join(problems) or "Every path ends; nothing is out of reach.")
    if problems:
        raise SystemExit(1)


def _walk(content: Content, day: datetime.date, with_unsure: bool) -> Walked:
    parts = WalkInParts(content, day, with_unsure)
    label = "Walking, unsure answers too" if with_unsure else "Walking, answers known"
    progress: Any = click.progressbar(
        parts, label=label, length=len(parts), file=sys.stderr, hidden=not sys.stderr.isatty()
    )
    with progress as bar:
        for _ in bar:
            pass
    return parts.finish()


# ---------------------------------------------------------------- map


@click.command("map")
@with_questions
@with_translations
@click.option("--format", "output", type=click.Choice(["dot", "svg", "text"]), default="text",
              show_default=True, help="Outline, drawing, or the drawing's DOT.")  # fmt: skip
@click.option("--part", help="Only this part. [default: the whole interview]")
@click.option("--lang", type=click.Choice(LANGUAGES), default="en", show_default=True)
def draw_map(
    questions: Path, translations_folder: Path | None, output: str, part: str | None, lang: str
) -> None:
    """Show what is asked, in which order, and what opens each question.

    SVG needs a program that draws: Graphviz, or pip install "next-steps-interview[graph]".
    Without one, the DOT is printed, with a hint.
    """
    content = read_content(questions)
    parts = content.interview.parts
    if part is not None and part not in parts:
        stop(f'there is no part "{part}". Parts: {", ".join(parts)}')
    chosen = parts if part is None else (part,)
    folder = translations_beside(questions, translations_folder)
    tongue = Tongue(lang, "client", translations(folder, lang))
    try:
        click.echo(_drawn(content, tongue, chosen, output), nl=False)
    except MissingTranslation as error:
        stop(f"there is no {lang} text for {error}. Run: interview check")


def _drawn(content: Content, tongue: Tongue, parts: tuple[str, ...], output: str) -> str:
    if output == "text":
        return "\n".join(outline.outline(content, tongue, parts)) + "\n"
    drawing = picture.dot(content, tongue, parts)
    if output == "dot":
        return drawing
    try:
        return picture.svg(drawing)
    except picture.NoDrawingProgram as error:
        click.echo(str(error), err=True)
        return drawing


# ---------------------------------------------------------------- review


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


COMMANDS: tuple[click.Command, ...] = (check, walk, draw_map, review)
