"""`interview map`: the outline or the picture of the interview."""

from pathlib import Path

import click

from interview.authoring.map import outline, picture
from interview.cli.parameters import (
    LanguageParameter,
    read_content,
    stop,
    with_questions,
    with_translations,
)
from interview.content import Content
from interview.languages import MissingTranslation, Tongue, read_languages, tongue_of
from interview.loading import translations_beside


@click.command("map")
@with_questions
@with_translations
@click.option("--format", "output", type=click.Choice(["dot", "svg", "text"]), default="text",
              show_default=True, help="Outline, drawing, or the drawing's DOT.")  # fmt: skip
@click.option("--part", help="Only this part. [default: the whole interview]")
@click.option("--lang", type=LanguageParameter(), default="en", show_default=True)
def draw_map(
    questions: Path, translations_folder: Path | None, output: str, part: str | None, lang: str
) -> None:
    """Show what is asked, in which order, and what opens each question.

    SVG needs a program that draws: Graphviz, or the Python package graphviz-pure.
    Without one, the DOT is printed, with a hint.
    """
    content = read_content(questions)
    parts = content.interview.parts
    if part is not None and part not in parts:
        stop(f'there is no part "{part}". Parts: {", ".join(parts)}')
    chosen = parts if part is None else (part,)
    folder = translations_beside(questions, translations_folder)
    tongue = tongue_of(folder, read_languages(folder), lang, "client")
    try:
        click.echo(_drawn(content, tongue, chosen, output), nl=False)
    except MissingTranslation as error:
        stop(f"there is no {lang} text for {error}. Run: interview check")


def _drawn(content: Content, tongue: Tongue, parts: tuple[str, ...], output: str) -> str:
    if output == "text":
        return "\n".join(outline(content, tongue, parts)) + "\n"
    drawing = picture.dot(content, tongue, parts)
    if output == "dot":
        return drawing
    try:
        return picture.svg(drawing)
    except picture.NoDrawingProgram as error:
        click.echo(str(error), err=True)
        return drawing
