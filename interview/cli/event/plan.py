"""`interview event plan`, `cards`, `tickets`: what is made and printed before the day."""

import datetime
from collections.abc import Sequence
from pathlib import Path

import click

from interview.cli.event.parameters import as_sentences, ask_words, clock, found_day, with_day
from interview.cli.parameters import (
    DateParameter,
    LanguageParameter,
    read_content,
    tell,
    tongue_for,
)
from interview.content import Content
from interview.desk.cards import RoleCard
from interview.desk.life import DayPlan, ReviewerPlan, plan_day
from interview.desk.papers import DeskOrder, PrintedCard, role_cards_pdf, spare_tickets_pdf
from interview.desk.tickets import spare_tickets
from interview.paper import NoPress, PressError, normal

_FULL, _PARTIAL = "full", "partial"
_PDF = click.Path(dir_okay=False, path_type=Path)


class ReviewerParameter(click.ParamType[ReviewerPlan]):
    """A reviewer to come: full or partial, and the languages, such as full:en,es."""

    name = "reviewer"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        return "full|partial:LANG,LANG"

    def convert(self, value: object, param: object, ctx: object) -> ReviewerPlan:
        if isinstance(value, ReviewerPlan):
            return value
        kind, _, languages = str(value).partition(":")
        if kind not in (_FULL, _PARTIAL) or not languages:
            self.fail(f"{value!r} is not such as full:en,es or partial:es")
        return ReviewerPlan(kind == _FULL, tuple(languages.split(",")))


class HourParameter(click.ParamType[datetime.time]):
    """An hour of the day, such as 17:00."""

    name = "hour"

    def convert(self, value: object, param: object, ctx: object) -> datetime.time:
        try:
            return datetime.datetime.strptime(str(value), "%H:%M").time()
        except ValueError:
            self.fail(f"{value!r} is not an hour such as 17:00")


@click.command()
@with_day
@click.option("--word", default="event", show_default=True, help="What the team calls the day.")
@click.option("--day", type=DateParameter(), help="The day. [default: today]")
@click.option("--opens", type=HourParameter(), help="[default: 09:00]")
@click.option("--closes", type=HourParameter(), help="The day closes by itself. [default: 17:00]")
@click.option("--language", "languages", multiple=True, type=LanguageParameter(),
              help="A language of the day, or more than one. [default: en, es]")  # fmt: skip
@click.option("--results", type=click.Choice(["at_once", "after_review"]),
              help="When people see the result. [default: after_review]")  # fmt: skip
@click.option("--seating", type=click.Choice(["seated", "stations"]),
              help="People sit, or go from table to table. [default: seated]")  # fmt: skip
@click.option("--reviewer", "reviewers", multiple=True, type=ReviewerParameter(),
              help="full: court cases too; partial: none. [default: 3, full]")  # fmt: skip
@click.option("--doors", type=click.IntRange(1), help="[default: 1]")
@click.option("--helpers", type=click.IntRange(0), help="[default: 3]")
@click.option("--exits", type=click.IntRange(1), help="[default: 1]")
@click.option("--students", type=click.IntRange(0), help="[default: 0]")
@click.option("--smallest", type=click.IntRange(11),
              help="Tell no number of fewer people. [default: 11]")  # fmt: skip
@click.option("--cards", "out", type=_PDF, help="Write the cards into this PDF, to print.")
def plan(
    folder: Path, database: str | None, questions: Path, out: Path | None, **given: object
) -> None:
    """Plan a day in a new FOLDER, and make the cards of its team."""
    content = read_content(questions)
    wanted = _plan(content, given)
    with as_sentences(content):
        desk, made = plan_day(folder, content, wanted, clock, database)
    tell(
        f"The day is planned in {desk.store.folder}."
        f" It closes by itself at {desk.closes_at:%Y-%m-%d %H:%M}."
    )
    desk.shut()
    _give(content, questions, made, out)


def _plan(content: Content, given: dict[str, object]) -> DayPlan:
    """The plan of a day: what is given, and the settings of the content for the rest."""
    usual = content.desk.plan.defaults
    said = {name: value for name, value in given.items() if value not in (None, ())}
    languages = said.get("languages", usual.languages)
    assert isinstance(languages, tuple)
    settings: dict[str, object] = {
        "day": clock().date(),
        "opens": datetime.time.fromisoformat(usual.opens),
        "closes": datetime.time.fromisoformat(usual.closes),
        "languages": languages,
        "results": usual.results,
        "seating": usual.seating,
        "reviewers": tuple(ReviewerPlan(True, languages) for _ in range(usual.reviewers)),
        "doors": usual.doors,
        "helpers": usual.helpers,
        "exits": usual.exits,
        "students": usual.students,
        "smallest": usual.smallest,
    }
    return DayPlan(**(settings | said))  # type: ignore[arg-type]


@click.command()
@with_day
@click.option("--slot", type=click.IntRange(1), required=True, help="The number on the old card.")
@click.option("--out", type=_PDF, help="Write the card into this PDF, to print.")
def cards(folder: Path, database: str | None, questions: Path, slot: int, out: Path | None) -> None:
    """Make a new card for a slot, while the day of FOLDER is not served; the old one is dead."""
    content = read_content(questions)
    with found_day(folder, content, database) as desk:
        desk.unlock(ask_words())
        made = desk.issue_here(slot)
    _give(content, questions, (made,), out)


@click.command()
@with_day
@click.option("--count", type=click.IntRange(1, 500), default=48, show_default=True)
@click.option("--lang", default="en", show_default=True, type=LanguageParameter())
@click.option("--out", type=_PDF, required=True, help="The PDF to write.")
def tickets(
    folder: Path, database: str | None, questions: Path, count: int, lang: str, out: Path
) -> None:
    """Write spare tickets for a power cut; their numbers are kept free. FOLDER is not changed."""
    content = read_content(questions)
    order = DeskOrder(content, tongue_for(content, questions, lang, "self"))
    spare = spare_tickets(content.desk.tickets, lang, count)
    _write(out, lambda: spare_tickets_pdf(order, spare))


def _give(content: Content, questions: Path, made: Sequence[RoleCard], out: Path | None) -> None:
    """Write cards as a PDF, or say them; nothing else has their words from now on."""
    if out is None:
        for card in made:
            click.echo(f"{card.role} {card.nth}: {card.code}")
        tell("These words are shown once. Write each on a card, and close this window.")
        return
    printed = [
        PrintedCard(card.role, card.nth, card.words, normal_code(card)) for card in made
    ]  # fmt: skip
    tongue = tongue_for(content, questions, made[0].languages[0], "self")
    _write(out, lambda: role_cards_pdf(DeskOrder(content, tongue), printed))
    tell(f"Print {out}, then erase it: whoever has it can come in.")


def normal_code(card: RoleCard) -> str:
    """The code of a card as a picture has it: letters that every keyboard types."""
    return f"{card.slot} {normal(' '.join(card.words))}".upper()


def _write(out: Path, make: object) -> None:
    assert callable(make)
    try:
        out.write_bytes(make())
    except (NoPress, PressError) as error:
        raise click.ClickException(str(error)) from None
