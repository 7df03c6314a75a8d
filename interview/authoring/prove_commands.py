"""The commands that need the prover: prove and diff."""

import datetime
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from interview.authoring.check_commands import with_translations
from interview.loader import ContentError
from interview.options import Day, read_content, stop, with_questions
from interview.places import translations_beside

if TYPE_CHECKING:
    from interview.authoring.claims import Claim
    from interview.authoring.editions import Edition
    from interview.authoring.proving import Counterexample, Proving, Verdict

NO_PROVER = (
    "The prover is not installed, so nothing was proved. Install it with:\n"
    "    pip install 'next-steps-interview[prove]'\n"
    "or, in a checkout:  .venv/bin/pip install z3-solver"
)


def need_the_prover() -> None:
    """End with what to do where z3 is not installed."""
    try:
        import interview.authoring.prover  # noqa: F401
    except ImportError as error:
        if error.name != "z3":
            raise
        stop(NO_PROVER)


@click.command()
@click.option("--claim", "wanted", multiple=True, help="Prove only this claim (may be repeated).")
@click.option(
    "--as-of", type=Day(), help="Prove it as of this day only. [default: every day of the law]"
)
@with_translations
@with_questions
def prove(
    questions: Path,
    translations_folder: Path | None,
    as_of: datetime.date | None,
    wanted: tuple[str, ...],
) -> None:
    """Prove the claims of claims.yaml, over all people at once.

    A claim that fails is shown with the smallest person who breaks it.
    Exit status: 0 all proved, 1 one is not, 2 nothing could be proved.
    """
    need_the_prover()
    from interview.authoring.claim_reader import ClaimError, read_claims
    from interview.authoring.editions import Edition
    from interview.authoring.people import Span
    from interview.authoring.proving import Proving, whole_span

    content = read_content(questions)
    try:
        claims = read_claims(questions, content)
    except ClaimError as error:
        stop(f"The claims cannot be used:\n{error}")
    if unknown := [name for name in wanted if name not in [claim.id for claim in claims]]:
        stop(f"there is no claim {unknown[0]}. Known: {', '.join(claim.id for claim in claims)}")
    span = Span(as_of, as_of) if as_of else whole_span(content, datetime.date.today())
    translations = translations_beside(questions, translations_folder)
    proving = Proving(questions, translations, Edition(content), span)
    chosen = [claim for claim in claims if not wanted or claim.id in wanted]
    _prove_all(proving, chosen)


def _prove_all(proving: "Proving", claims: "list[Claim]") -> None:
    proved, seconds = 0, 0.0
    for claim in claims:
        verdict = proving.prove(claim)
        proved, seconds = proved + verdict.proved, seconds + verdict.seconds
        for line in told(verdict, proving.edition):
            click.echo(line)
    days = proving.span.in_words
    click.echo(f"{proved} of {len(claims)} claims proved, as of {days}, in {seconds:.1f} s.")
    if proved < len(claims):
        raise SystemExit(1)


def told(verdict: "Verdict", edition: "Edition") -> Iterator[str]:
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
    from interview.authoring.people_in_words import in_words, what_differs, worked_case

    first, *others = example.people
    yield from in_words(first, edition)
    for other in others:
        yield "and someone else with these answers instead:"
        yield from what_differs(first, other, edition)
    yield "break it:"
    yield from (f"  {line}" for line in example.broken)
    for person in example.people:
        yield "As a worked case, with what comes out now:"
        yield from worked_case(person, edition).splitlines()


@click.command()
@click.argument("old")
@click.argument("new")
@click.option(
    "--as-of", type=Day(), help="Compare as of this day only. [default: every day of the law]"
)
def diff(old: str, new: str, as_of: datetime.date | None) -> None:
    """Show whose result differs between two editions of the questions.

    OLD and NEW are folders, or git revisions of the folder questions/ here.
    Exit status: 0 nothing changes for anybody, 1 some results change, 2 nothing could be compared.
    """
    need_the_prover()
    from interview.authoring.diff import Comparing, both_spans
    from interview.authoring.diff_report import report
    from interview.authoring.editions import NoEdition, read_edition
    from interview.authoring.people import Span
    from interview.authoring.proving import whole_span

    try:
        before, after = read_edition(old), read_edition(new)
    except (NoEdition, ContentError) as error:
        stop(str(error))
    today = datetime.date.today()
    span = both_spans(whole_span(before.content, today), whole_span(after.content, today))
    comparing = Comparing(before, after, Span(as_of, as_of) if as_of else span)
    compared = comparing.compare()
    for line in report(comparing, compared):
        click.echo(line)
    if compared.differences:
        raise SystemExit(1)


COMMANDS: tuple[click.Command, ...] = (prove, diff)
