"""`interview event open`, `status`, `close`, `practice`: the day itself, and its end."""

import datetime
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from interview.cli.event.parameters import (
    as_sentences,
    ask_words,
    clock,
    found_day,
    tell_red,
    warn_of_copies,
    with_day,
)
from interview.cli.parameters import (
    LanguageParameter,
    listed_languages,
    read_content,
    stop,
    tell,
    with_contacts,
    with_questions,
)
from interview.content import Content
from interview.desk.life import EventDesk, LeftOver, MadeUp, practice_day
from interview.desk.review import queue_facts
from interview.desk.tallies import PublishedLine
from interview.files import facts_file
from interview.loading import translations_beside
from interview.screening import AnswerReader, Carried, Packing, Screening, edition_of

F = TypeVar("F", bound=Callable[..., Any])
PEOPLE = "examples/practice.jsonl"
_PEM = click.Path(exists=True, dir_okay=False, path_type=Path)


def _with_serving(command: F) -> F:
    """Add where and how pages are served."""
    for option in (
        click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen."),
        click.option("--port", type=click.IntRange(1, 65535), default=8443, show_default=True),
        click.option("--name", help="The name of the certificate, which tablets type."),
        click.option("--certificate", type=_PEM, help="Speak https with this, and --key."),
        click.option("--key", type=_PEM, help="The certificate's key."),
        click.option("--lang", "language", type=LanguageParameter(), help="First language."),
    ):
        command = option(command)
    return with_contacts(command)


@click.command("open")
@with_day
@_with_serving
def open_event(folder: Path, database: str | None, questions: Path, **options: object) -> None:
    """Open the day of FOLDER, or take it up after a stop, and serve its pages."""
    content = read_content(questions)
    with found_day(folder, content, database) as desk:
        if desk.state == "closed":
            stop(f"This day is closed. What is left of it:\n{_left(content, desk.left_over())}")
        warn_of_copies(desk)
        desk.unlock(ask_words())
        tell(f"Open until {desk.closes_at:%H:%M}. The files of the day: {desk.store.folder}.")
        _serve(desk, content, questions=questions, **options)


def _serve(desk: EventDesk, content: Content, **options: Any) -> None:
    # The pages are loaded by whoever serves, not by whoever asks how the day stands.
    from interview.desk.serving import serve_desk

    serve_desk(desk, content, **options)


@click.command()
@with_day
def status(folder: Path, database: str | None, questions: Path) -> None:
    """Say how the day of FOLDER stands, while it is not served; no words are needed."""
    content = read_content(questions)
    with found_day(folder, content, database) as desk:
        life = content.desk.moves.life_state(desk.state)
        click.echo(f"{desk.plan.word}, {desk.plan.day}: {life.name.to_self}")
        if desk.state == "closed":
            click.echo(_left(content, desk.left_over()))
            return
        click.echo(f"Closes by itself at {desk.closes_at:%Y-%m-%d %H:%M}.")
        for state in content.desk.moves.states:
            number = sum(ticket.state == state.id for ticket in desk.every())
            click.echo(f"{state.name.to_self}: {number}")


@click.command()
@with_day
@click.option("--yes", is_flag=True, help="Do not ask.")
def close(folder: Path, database: str | None, questions: Path, yes: bool) -> None:
    """Close the day of FOLDER for good, and say what is left of it."""
    content = read_content(questions)
    with found_day(folder, content, database) as desk:
        if desk.state != "closed" and not yes:
            click.confirm("From now on no slip of the day can be opened. Close it?", abort=True)
        click.echo(_left(content, desk.close_here()))


def _left(content: Content, left: LeftOver) -> str:
    """Say what is left of a day, line by line."""
    key = "The key of the day is gone." if left.key_file_is_gone else "The key of the day is there."
    tables = (f"{name}: {rows}" for name, rows in left.tables)
    files = (f"{name}: {size} bytes" for name, size in left.files)
    return "\n".join((key, *tables, *files, *_told(content, left)))


def _told(content: Content, left: LeftOver) -> list[str]:
    words = content.desk.tickets.tally
    names = {
        "people": words.people, "seen": words.seen, "language": words.language,
        "urgency": words.urgency, "outcome": words.outcome, "waits": words.waits,
    }  # fmt: skip

    def line(one: PublishedLine) -> str:
        head = names[one.what].to_self + (f", {one.which}" if one.which else "")
        return f"{head}: {one.told}"

    lines = [line(one) for one in left.published.lines]
    if left.published.not_told:
        lines.append(words.not_told.to_self)
    return lines


@click.command()
@with_questions
@_with_serving
def practice(questions: Path, **options: object) -> None:
    """Serve a day of practice with made-up people; nothing of it stays."""
    content = read_content(questions)
    with tempfile.TemporaryDirectory(prefix="practice-") as home, as_sentences(content):
        desk, cards = practice_day(
            Path(home) / "day", content, clock, made_up_people(content, questions)
        )
        try:
            tell_red(content.desk.plan.practice.to_self)
            for card in cards:
                click.echo(f"{card.role} {card.nth}: {card.code}")
            _serve(desk, content, questions=questions, **options)
        finally:
            desk.shut()


def made_up_people(content: Content, questions: Path) -> tuple[MadeUp, ...]:
    """Return the people of practice, in every language of the desk by turns."""
    reader, screening = AnswerReader(content), Screening(content)
    codes = listed_languages(translations_beside(questions)).codes
    packing = Packing(edition_of(content, codes))
    languages = content.desk.plan.defaults.languages
    people, today = [], datetime.date.today()
    lines = (questions / PEOPLE).read_text("utf-8").splitlines()
    for nth, line in enumerate(lines):
        person = facts_file.read_facts(line, f"{PEOPLE}, line {nth + 1}", "json", reader)
        language = languages[nth % len(languages)]
        facts = queue_facts(content, screening.screen(person.answers, today))
        packed = packing.pack(Carried(person.answers, language, "self"))
        people.append(MadeUp(packed, language, facts.urgency, facts.court))
    return tuple(people)
