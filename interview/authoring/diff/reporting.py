"""What a comparison found, as lines for a lawyer."""

import textwrap
from collections.abc import Iterator
from itertools import groupby

from interview.authoring.crowd import SIZE, MadeUpPerson
from interview.authoring.diff.comparing import Comparing, concluded_under
from interview.authoring.diff.differences import Compared, ResultDifference
from interview.authoring.diff.text_diff import (
    listing_changes,
    other_changes,
    status_changes,
    text_changes,
)
from interview.authoring.prover import Concluded, Edition, in_words

_WIDTH = 100
# The flags are shown with their urgency.
_LEFT_OUT = ("urgencies",)


def report(comparing: Comparing, compared: Compared) -> Iterator[str]:
    """Yield the whole report."""
    old, new = comparing.old.content, comparing.new.content
    apart = (
        ("Asked or listed otherwise:", list(listing_changes(old, new))),
        ("Another status:", list(status_changes(old, new))),
        ("Not a result, and yet not the same:", list(other_changes(old, new))),
    )
    yield from _results(comparing, compared, is_all=not any(lines for _, lines in apart))
    for title, lines in (*apart, ("Texts only:", list(text_changes(old, new)))):
        if lines:
            yield ""
            yield title
            yield from (f"  {line}" for line in lines)


def _results(comparing: Comparing, compared: Compared, is_all: bool) -> Iterator[str]:
    days = compared.span.in_words
    if not compared.differences:
        what = "Nothing changes for anybody" if is_all else "No rule concludes anything else"
        yield f"{what}: proved for all people, as of {days}."
        return
    yield (
        f"Results change, as of {days}: for {compared.touched} of {SIZE:,} made-up people, "
        f"in {compared.ways}."
    )
    by_person = groupby(
        sorted(compared.differences, key=lambda found: _order(compared, found)),
        key=lambda found: found.person,
    )
    for person, found in by_person:
        yield ""
        for difference in found:
            yield f"{difference.kind} ({difference.count} of {SIZE:,})"
        yield from _person(person, comparing.old, comparing.new)


def _order(compared: Compared, found: ResultDifference) -> int:
    people = [difference.person for difference in compared.differences]
    return people.index(found.person)


def _person(person: MadeUpPerson, old: Edition, new: Edition) -> Iterator[str]:
    count = len(person.answers)
    yield f"  The smallest person, {count} {'answer' if count == 1 else 'answers'}:"
    yield from (f"    {line}" for line in in_words(person, new))
    before, after = (concluded_under(edition, person) for edition in (old, new))
    yield f"    before: {_main_results(before)}"
    yield f"    after:  {_main_results(after)}"
    yield from _wrapped("only before:", _only_in(before, after))
    yield from _wrapped("only after: ", _only_in(after, before))


def _main_results(found: Concluded) -> str:
    programs = [
        f"{name.removeprefix('program ')} {value}"
        for name, value in found.items()
        if name.startswith("program ")
    ]
    shown = f"escalation {found['escalation']}"
    return f"lane {found['lane']}; {', '.join(programs)}; level {found['level']}; {shown}"


def _only_in(one: Concluded, other: Concluded) -> str:
    """The lists with the items that only one of two results has."""
    found = []
    for name, items in one.items():
        others = other.get(name, frozenset())
        if not isinstance(items, frozenset) or not isinstance(others, frozenset):
            continue
        more = sorted(items - others)
        if more and name not in _LEFT_OUT:
            found.append(f"{name}: {', '.join(more)}")
    return "; ".join(found)


def _wrapped(title: str, text: str) -> list[str]:
    if not text:
        return []
    return textwrap.wrap(
        f"{title} {text}", _WIDTH, initial_indent=" " * 4, subsequent_indent=" " * 6,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
