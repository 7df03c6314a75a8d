"""Claims proved side by side, each in a process that has the content of its own."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

from interview.authoring.claims import Claim, read_claims
from interview.authoring.crowd import Span
from interview.authoring.prove.proving import Proving, Verdict
from interview.authoring.prover import Edition
from interview.loading import load


def side_by_side(proving: Proving, claims: Sequence[Claim], processes: int) -> Iterator[Verdict]:
    """Yield the verdicts of claims in their order, proved by so many processes at once.

    Raise Disagreement if a proof is at fault.
    """
    processes = min(processes, len(claims))
    if processes <= 1:
        yield from map(proving.prove, claims)
        return
    given = (proving.questions, proving.translations_folder, proving.span)
    # A solver does not live through a fork: each process begins afresh.
    with ProcessPoolExecutor(processes, get_context("spawn"), _begin, given) as pool:
        verdicts = pool.map(_prove, [claim.id for claim in claims])
        for claim, verdict in zip(claims, verdicts, strict=True):
            yield replace(verdict, claim=claim)


def cores() -> int:
    """Return how many processes this one may use at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Here:
    """What a process proves with."""

    proving: Proving
    claims: dict[str, Claim]


def _begin(questions: Path, translations_folder: Path, span: Span) -> None:
    content = load(questions)
    _Here.proving = Proving(questions, translations_folder, Edition(content), span)
    _Here.claims = {claim.id: claim for claim in read_claims(questions, content)}


def _prove(name: str) -> Verdict:
    return _Here.proving.prove(_Here.claims[name])
