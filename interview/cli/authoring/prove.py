"""`interview prove`: the safety claims, proved of everybody."""

import datetime
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from interview.cli.parameters import (
    DateParameter,
    need_the_prover,
    read_content,
    stop,
    with_questions,
    with_translations,
)
from interview.loading import ContentError, translations_beside

if TYPE_CHECKING:
    from interview.authoring.claims import Claim
    from interview.authoring.prove import Counterexample, Proving, Verdict
    from interview.authoring.prover import Edition


@click.command()
@click.option("--claim", "wanted", multiple=True, help="Prove only this claim (may be repeated).")
@click.option(
    "--as-of",
    type=DateParameter(),
    help="Prove it as of this day only. [default: every day of the law]",
)
@click.option("--processes", type=click.IntRange(1),
              help="Prove so many claims at once. [default: one a core]")  # fmt: skip
@with_translations
@with_questions
def prove(
    questions: Path,
    translations_folder: Path | None,
    as_of: datetime.date | None,
    wanted: tuple[str, ...],
    processes: int | None,
) -> None:
    """Prove the claims of claims.yaml, over all people at once.

    A claim that fails is shown with the smallest person who breaks it.
    Exit status: 0 all proved, 1 one is not, 2 nothing could be proved.
    """
    need_the_prover()
    from interview.authoring.claims import read_claims
    from interview.authoring.crowd import Span, whole_span
    from interview.authoring.prove import Proving, cores
    from interview.authoring.prover import Edition

    content = read_content(questions)
    try:
        claims = read_claims(questions, content)
    except ContentError as error:
        stop(f"The claims cannot be used:\n{error}")
    if unknown := [name for name in wanted if name not in [claim.id for claim in claims]]:
        stop(f"there is no claim {unknown[0]}. Known: {', '.join(claim.id for claim in claims)}")
    span = Span(as_of, as_of) if as_of else whole_span(content, datetime.date.today())
    translations = translations_beside(questions, translations_folder)
    proving = Proving(questions, translations, Edition(content), span)
    chosen = [claim for claim in claims if not wanted or claim.id in wanted]
    _prove_all(proving, chosen, processes or cores())


def _prove_all(proving: "Proving", claims: "list[Claim]", processes: int) -> None:
    from interview.authoring.prove import side_by_side

    proved, began = 0, time.perf_counter()
    for verdict in side_by_side(proving, claims, processes):
        proved += verdict.proved
        for line in verdict_lines(verdict, proving.edition):
            click.echo(line)
    days, seconds = proving.span.in_words, time.perf_counter() - began
    click.echo(f"{proved} of {len(claims)} claims proved, as of {days}, in {seconds:.1f} s.")
    if proved < len(claims):
        raise SystemExit(1)


def verdict_lines(verdict: "Verdict", edition: "Edition") -> Iterator[str]:
    """Yield what there is to say of one claim."""
    claim = verdict.claim
    word = "proved" if verdict.proved else "NOT PROVED"
    yield f"{word:10}  {claim.statement}  {claim.id}  {verdict.seconds:.2f} s"
    if verdict.proved:
        return
    yield f"    {claim.file}:{claim.line}:"
    yield from textwrap.wrap(claim.says, 92, initial_indent="    ", subsequent_indent="    ")
    for line in verdict.wrong:
        yield f"    {line}"
    for example in verdict.counterexamples:
        yield ""
        yield from (f"    {line}" for line in _shown(example, edition))
        yield ""


def _shown(example: "Counterexample", edition: "Edition") -> Iterator[str]:
    from interview.authoring.prover import in_words, what_differs, worked_case

    first, *others = example.people
    yield from in_words(first, edition)
    for other in others:
        yield "and someone else with these answers instead:"
        yield from what_differs(first, other, edition)
    yield "break it:"
    yield from (f"  {line}" for line in example.broken)
    # A worked case has all that somebody would answer.
    for person in (one for one in example.people if one.reached is None):
        yield "As a worked case, with what comes out now:"
        yield from worked_case(person, edition).splitlines()
