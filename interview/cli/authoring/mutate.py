"""The command that plants small mistakes in the content and asks who notices."""

import datetime
from collections import Counter
from pathlib import Path

import click

from interview.authoring.mutate import REFUSED, SAME, SURVIVED, Equal, fates
from interview.cli.parameters import need_the_prover, stop, with_questions
from interview.content import Content
from interview.loading import ContentError


@click.command()
@click.option("--file", "wanted", default="", help="Only files whose name contains this.")
@click.option("--all", "every", is_flag=True, help="Print the noticed ones too, and what noticed.")
@with_questions
def mutate(questions: Path, wanted: str, every: bool) -> None:
    """Plant one small mistake at a time, and list those that no worked case notices.

    Each date moves by a day each way; each value, verb, all and any is changed; each part is left
    out. A mistake that changes nothing for anybody is proved to be none. Exit status: 0 none
    survives, 1 some do.
    """
    need_the_prover()
    counted: Counter[str] = Counter()
    try:
        for fate in fates(questions, wanted, same_for_everybody()):
            kind = _kind(fate.noticed_by)
            counted[kind] += 1
            if kind in ("survived", "the same"):
                click.echo(f"{kind}: {fate.mutant}")
            elif every:
                click.echo(f"{kind}: {fate.mutant}  [{fate.noticed_by}]")
    except ContentError as error:
        stop(str(error))
    noticed = counted["noticed"] + counted["refused"]
    real = noticed + counted["survived"]
    same = f"{counted['the same']} more change nothing for anybody."
    click.echo(f"{noticed} of {real} mistakes noticed; {same}")
    if counted["survived"]:
        raise SystemExit(1)


def _kind(noticed_by: str) -> str:
    return {SURVIVED: "survived", SAME: "the same", REFUSED: "refused"}.get(noticed_by, "noticed")


def same_for_everybody() -> Equal:
    """Return the prover's question: is there anybody whose result two contents tell apart?"""
    from interview.authoring.crowd import whole_span
    from interview.authoring.diff import Comparing, both_spans
    from interview.authoring.prover import Edition

    today = datetime.date.today()

    def equal(one: Content, other: Content) -> bool:
        if one.law != other.law:
            return False
        span = both_spans(whole_span(one, today), whole_span(other, today))
        return not Comparing(Edition(one), Edition(other), span).differ()

    return equal
