"""`interview cache`: reads and checks the content once, so that every start after it is quick."""

import click

from interview.cli.parameters import stop
from interview.languages import keep_languages
from interview.loading import (
    KEPT_CONTENT,
    QUESTIONS,
    TRANSLATIONS,
    ContentError,
    content_key,
    keep_for_starts,
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
        before, content = content_key(QUESTIONS), load_anew(QUESTIONS)
        if before is None or before != content_key(QUESTIONS):
            stop("The questions changed meanwhile. Run: interview cache")
        written = [keep_for_starts(KEPT_CONTENT, before, content)]
        written += keep_languages(content, QUESTIONS, TRANSLATIONS)
    except ContentError as error:
        stop(f"The questions cannot be used:\n{error}")
    except OSError as error:
        why = error.strerror or str(error)
        stop(f"{error.filename}: {why}. Nothing else changes: every start reads the questions")
    if load(QUESTIONS) != content:
        written[0].unlink()
        stop("What was kept is not what was loaded, and was taken away. Please report this")
    size = sum(path.stat().st_size for path in written)
    click.echo(f"Kept {len(written)} files, {size / 1000:,.0f} kB, in {written[0].parent}.")
