"""Whether the slips of today's questions will still open when the questions have changed."""

from collections.abc import Iterator
from pathlib import Path

from interview.authoring.texts import Finding, findings
from interview.content import Content
from interview.languages import read_languages
from interview.loading import (
    PACKED_EDITIONS,
    ContentError,
    read_packed_editions,
    write_packed_edition,
)
from interview.screening import as_data, edition_of, from_data


def packed_edition_checks(
    questions: Path, content: Content, translations: Path
) -> Iterator[Finding]:
    """Yield a finding where the newest edition of the file is not what today's questions pack."""
    shown = f"{questions.name}/{PACKED_EDITIONS}"
    try:
        editions = read_packed_editions(questions)
    except ContentError as error:
        yield from (findings.from_problem(problem, "content") for problem in error.problems)
        return
    for number, edition in enumerate(editions, 1):
        try:
            from_data(edition)
        except (KeyError, TypeError, ValueError) as error:
            wrong = f"edition {number} cannot be read: {error}"
            yield Finding(shown, 1, "", "content", wrong, "Take the file back from before.")
    if not editions or editions[0]["code"] != _today(content, translations)["code"]:
        yield Finding(
            shown, 1, "", "manifest",
            "a question or an answer came or went, and slips of today are of no edition here",
            "Run: interview check --accept. It puts the edition in, so that they open later too.",
        )  # fmt: skip


def accept_packed_edition(questions: Path, content: Content, translations: Path) -> bool:
    """Put today's edition into the file where it is not the newest; say whether it was not."""
    today, editions = _today(content, translations), read_packed_editions(questions)
    if editions and editions[0]["code"] == today["code"]:
        return False
    write_packed_edition(questions, today)
    return True


def _today(content: Content, translations: Path) -> dict[str, object]:
    return as_data(edition_of(content, read_languages(translations).codes))
