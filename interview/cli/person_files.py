"""The answers of one person, as the commands read them: a file of facts, or a slip."""

from pathlib import Path

import click

from interview.cli.parameters import listed_languages, shown_name, stop, whole_text
from interview.content import Content
from interview.files import facts_file, packed_text
from interview.loading import ContentError, read_packed_editions, translations_beside
from interview.paper import (
    NoEventKey,
    NotASlip,
    WrongEventKey,
    WrongWords,
    is_sealed,
    needs_words,
    normal,
    open_with_key,
    open_with_words,
    read_event_key,
    slip_bytes,
)
from interview.screening import (
    AnswerReader,
    Carried,
    SlipReader,
    UnpackingError,
    edition_of,
    from_data,
)

# What a file of one person holds, by its suffix.
SUFFIXES_OF_ONE = {".yaml": "yaml", ".yml": "yaml", ".json": "json", ".txt": "slip"}
with_event_key = click.option(
    "--event-key",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A slip of an event: the file with the event's key.",
)


def read_person(
    facts: str, kind: str, content: Content, questions: Path, event_key: Path | None = None
) -> facts_file.PersonFacts:
    """Return the answers in a file or -, or end with everything that is wrong with it."""
    text, shown_as = whole_text(facts), shown_name(facts)
    if kind == "slip":
        answers = open_slip(text, shown_as, content, questions, event_key).answers
        return facts_file.PersonFacts(answers, frozenset(answers), None, None)
    try:
        return facts_file.read_facts(text, shown_as, kind, AnswerReader(content))
    except ContentError as error:
        stop(str(error))


def open_slip(
    text: str, shown_as: str, content: Content, questions: Path, event_key: Path | None
) -> Carried:
    """Return what a slip or a packed text carries, or end with a sentence.

    The words of a slip are asked for: an option would stay in the list of past commands.
    """
    codes = listed_languages(translations_beside(questions)).codes
    reader = SlipReader(
        edition_of(content, codes),
        lambda: [from_data(edition) for edition in read_packed_editions(questions)],
    )
    try:
        found = slip_bytes(text)
        # What `interview pack` printed has no seal around it.
        is_open = reader.is_known(found) or not is_sealed(found)
        packed = found if is_open else _unsealed(found, event_key)
        return reader.unpack(packed)
    except (
        NoEventKey, NotASlip, UnpackingError, WrongEventKey, WrongWords, packed_text.NoPackedText,
    ) as error:  # fmt: skip
        stop(f"{shown_as}: {error}")


def _unsealed(sealed: bytes, event_key: Path | None) -> bytes:
    if needs_words(sealed):
        words = click.prompt("The four words of the slip", err=True)
        return open_with_words(sealed, normal(words))
    if event_key is None:
        raise WrongEventKey("this slip is of an event. Name the file of its key: --event-key")
    return open_with_key(sealed, read_event_key(event_key))
