"""`interview cache`: reads and checks the content once, so that every start after it is quick."""

from collections.abc import Iterator
from pathlib import Path

import click

from interview.cli.parameters import stop
from interview.content import Content
from interview.languages import keep_languages
from interview.loading import (
    KEPT_CONTENT,
    QUESTIONS,
    TRANSLATIONS,
    ContentError,
    content_key,
    keep,
    load,
    load_anew,
)


@click.command()
def cache() -> None:
    """Keep the checked content and its translations, for a quick start.

    They stand beside the product's code. Where a file of the questions or of a language changes by
    one byte, it is read anew at once, as if nothing were kept.
    """
    try:
        content = load_anew(QUESTIONS)
        written = [*_kept_content(content), *keep_languages(content, QUESTIONS, TRANSLATIONS)]
    except ContentError as error:
        stop(f"The questions cannot be used:\n{error}")
    except OSError as error:
        why = error.strerror or str(error)
        stop(f"{error.filename}: {why}. Nothing else changes: every start reads the questions")
    if load(QUESTIONS) != content:
        stop("The questions changed meanwhile. Run: interview cache")
    size = sum(path.stat().st_size for path in written)
    click.echo(f"Kept {len(written)} files, {size / 1000:,.0f} kB, in {written[0].parent}.")


def _kept_content(content: Content) -> Iterator[Path]:
    key = content_key(QUESTIONS)
    if key is None:
        stop("The questions changed meanwhile. Run: interview cache")
    yield keep(KEPT_CONTENT, key, content)
