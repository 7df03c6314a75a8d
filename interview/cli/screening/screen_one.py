"""One person, screened: everything to read, as text, a page, a sheet for a lawyer, or JSON."""

import datetime
from pathlib import Path

import click

from interview.cli.parameters import read_content, shown_name, tell, tongue_for, voice_of
from interview.cli.person_files import read_person
from interview.cli.screening.options import AskedScreening, asked_for_another_day
from interview.content import Content
from interview.files import OddAnswers, facts_file
from interview.languages import read_languages
from interview.loading import read_contacts, translations_beside
from interview.screening import Result, Screening
from interview.summary import ContactBook, Summarizer, lawyer_sheet, plain_text
from interview.summary import html as markup


def screen_one(
    asked: AskedScreening, contacts: Path | None, event_key: Path | None, brief: bool
) -> None:
    """Print what the answers of one person come to, or end with what is wrong with the file."""
    content = read_content(asked.questions)
    person = read_person(asked.facts, asked.kind, content, asked.questions, event_key)
    book = _book(content, asked.questions, contacts)
    shown_as, screening = shown_name(asked.facts), Screening(content)
    if person.as_of and asked_for_another_day(person.as_of):
        tell(f"{shown_as}: as_of: {person.as_of} stands in the file, and wins over --as-of")
    reached = person.reached if asked.is_partial else None
    result = screening.screen(person.answers, person.as_of or asked.as_of, reached)
    for message in OddAnswers(screening).of(result):
        tell(f"{shown_as}: odd: {message}")
    click.echo(_written(asked, screening, result, person, book, brief), nl=False)


def _written(
    asked: AskedScreening,
    screening: Screening,
    result: Result,
    person: facts_file.PersonFacts,
    book: ContactBook | None,
    brief: bool,
) -> str:
    if asked.output == "json":
        plain = result.to_dict()
        named = plain if person.id is None else {"id": person.id, **plain}
        return f"{facts_file.as_json(named)}\n"
    tongue = tongue_for(screening.content, asked.questions, asked.lang, voice_of(person.answers))
    if asked.output == "sheet":
        sheet = lawyer_sheet(screening, result, tongue)
        return markup.render_sheets(tongue.say(screening.content.interview.name), [sheet])
    summary = Summarizer(screening, book).build(result, tongue)
    return plain_text.render(summary, brief) if asked.output == "text" else markup.render(summary)


def _book(content: Content, questions: Path, contacts: Path | None) -> ContactBook | None:
    """Read the operator's own file, or end with everything that is wrong with it."""
    if contacts is None:
        return None
    listed = read_languages(translations_beside(questions))
    found = read_contacts(contacts, content, listed.codes, datetime.date.today())
    return ContactBook(content, listed, found)
