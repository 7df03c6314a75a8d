"""Proves the claims of content of several times the size, and shows what each size costs.

    .venv/bin/python tests/bench/prove_grown.py 1 2 5

Every question, flag, criterion and ground is copied with an id of its own (grow_content.py), and
what a claim says of one flag it says of its copies too. The claims about texts are left out: there
is not one text more.
"""

import dataclasses
import resource
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

from grow_content import grown

from interview.authoring.claims import (
    Claim,
    OnePerson,
    Sentence,
    Transition,
    TwoPeople,
    read_claims,
)
from interview.authoring.crowd import whole_span
from interview.authoring.prove import Proving
from interview.authoring.prove.side_by_side import cores
from interview.authoring.prover import Edition
from interview.content import Content
from interview.loading import QUESTIONS, TRANSLATIONS, load
from interview.rules import conditions as c

LISTS = {"flags", "met", "not_met", "grounds", "possible", "stage", "options", "letter"}


def endings(times: int) -> list[str]:
    return ["", *(f"_{number}" for number in range(2, times + 1))]


def copied(names: Iterable[str], times: int) -> tuple[str, ...]:
    return tuple(f"{name}{ending}" for name in names for ending in endings(times))


def of_each_copy(part: Any, times: int, ending: str, *, denied: bool = False) -> Any:
    """A condition about the values of one copy; where it denies a value, about those of all.

    Else it would be met by what two copies have between them, of which no claim speaks.
    """
    if isinstance(part, c.Includes) and part.fact in LISTS:
        values = copied(part.values, times) if denied else [f"{one}{ending}" for one in part.values]
        return dataclasses.replace(part, values=tuple(values))
    if isinstance(part, tuple) and not hasattr(part, "_fields"):
        return tuple(of_each_copy(one, times, ending, denied=denied) for one in part)
    if not dataclasses.is_dataclass(part) or isinstance(part, type):
        return part
    denied = denied is not isinstance(part, c.None_)
    fields = {
        f.name: of_each_copy(getattr(part, f.name), times, ending, denied=denied)
        for f in dataclasses.fields(part)
    }
    return dataclasses.replace(part, **fields)


def forbidden(sentences: Iterable[Sentence], times: int) -> tuple[Sentence, ...]:
    """The sentences about each copy, those once that speak of no values."""
    return tuple(
        dict.fromkeys(
            dataclasses.replace(one, condition=of_each_copy(one.condition, times, ending))
            for one in sentences
            for ending in endings(times)
        )
    )


def of_all_copies(part: Any, times: int) -> Any:
    """A body, a sentence or a condition, with the copies of each value that a list may have."""
    if isinstance(part, c.Includes) and part.fact in LISTS:
        return dataclasses.replace(part, values=copied(part.values, times))
    if isinstance(part, tuple) and not hasattr(part, "_fields"):
        return tuple(of_all_copies(one, times) for one in part)
    if isinstance(part, Transition):
        words = [name for name in part.names if " " in name]
        return dataclasses.replace(part, names=copied(words, times) or part.names)
    if isinstance(part, OnePerson):
        never = forbidden(part.forbidden, times)
        return OnePerson(never, of_all_copies(part.somebody, times))
    if isinstance(part, TwoPeople):
        lines = {key: of_all_copies(getattr(part, key), times) for key in ("never", "somebody")}
        return dataclasses.replace(part, apart_from=copied(part.apart_from, times), **lines)
    if not dataclasses.is_dataclass(part) or isinstance(part, type):
        return part
    fields = {f.name: of_all_copies(getattr(part, f.name), times) for f in dataclasses.fields(part)}
    return dataclasses.replace(part, **fields)


def seconds() -> float:
    """The seconds of CPU of this process: others on the machine do not count."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


class Here:
    """What a process proves with."""

    times: int
    proving: Proving
    claims: dict[str, Claim]


def begin(times: int) -> None:
    """Load the grown content: once a process."""
    usual = load(QUESTIONS)
    content = grown(usual, times)
    span = whole_span(content, content.law.last_legal_check)
    Here.times = times
    Here.proving = Proving(QUESTIONS, TRANSLATIONS, Edition(content), span)
    Here.claims = {claim.id: claim for claim in about_people(usual)}


def about_people(usual: Content) -> list[Claim]:
    return [
        claim
        for claim in read_claims(QUESTIONS, usual)
        if isinstance(claim.body, OnePerson | TwoPeople)
    ]


def prove_one(name: str) -> tuple[str, float]:
    """Prove one claim; return what came of it and the seconds of CPU that it took."""
    before = seconds()
    claim = Here.claims[name]
    verdict = Here.proving.prove(
        dataclasses.replace(claim, body=of_all_copies(claim.body, Here.times))
    )
    told = "proved" if verdict.proved else f"NOT PROVED: {verdict.wrong or 'somebody breaks it'}"
    return told, seconds() - before


def prove(times: int, wanted: list[str]) -> None:
    """Prove each claim about people as `interview prove` does: a process a core."""
    began = time.monotonic()
    names = [one.id for one in about_people(load(QUESTIONS)) if not wanted or one.id in wanted]
    whole = 0.0
    with ProcessPoolExecutor(cores(), get_context("spawn"), begin, (times,)) as pool:
        for name, (told, took) in zip(names, pool.map(prove_one, names), strict=True):
            whole += took
            print(f"{times:>3} {took:>8.1f} s  {name}: {told}", flush=True)
    passed = time.monotonic() - began
    print(f"{times:>3} {whole:>8.1f} s of CPU, {passed:.1f} s by the clock", flush=True)


def main() -> None:
    sizes = [int(told) for told in sys.argv[1:] if told.isdigit()] or [1, 2, 5]
    wanted = [told for told in sys.argv[1:] if not told.isdigit()]
    for times in sizes:
        prove(times, wanted)


if __name__ == "__main__":
    main()
