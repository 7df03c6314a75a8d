"""What a comparison found, as lines for a lawyer."""

from collections.abc import Iterator
from itertools import groupby

from interview.authoring.crowd import SIZE
from interview.authoring.diff import Comparing
from interview.authoring.differences import Compared, Difference
from interview.authoring.editions import Edition
from interview.authoring.people import Person, Span
from interview.authoring.people_in_words import both_outcomes, in_words
from interview.authoring.text_diff import listing_changes, status_changes, text_changes


def report(comparing: Comparing, compared: Compared) -> Iterator[str]:
    """Yield the whole report."""
    old, new = comparing.old, comparing.new
    yield from _results(comparing, compared)
    for title, lines in (
        ("Asked or listed otherwise:", list(listing_changes(old.content, new.content))),
        ("Another status:", list(status_changes(old.content, new.content))),
        ("Texts only:", list(text_changes(old.content, new.content))),
    ):
        if lines:
            yield ""
            yield title
            yield from (f"  {line}" for line in lines)


def _days(span: Span) -> str:
    return str(span.first) if span.days == 1 else f"every day from {span.first} to {span.last}"


def _results(comparing: Comparing, compared: Compared) -> Iterator[str]:
    days = _days(compared.span)
    if not compared.differences:
        yield f"Nothing changes for anybody: proved for all people, as of {days}."
        return
    yield (
        f"Results change, as of {days}: for {compared.touched} of {SIZE:,} made-up people, "
        f"in {len(compared.differences)} ways."
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


def _order(compared: Compared, found: Difference) -> int:
    people = [difference.person for difference in compared.differences]
    return people.index(found.person)


def _person(person: Person, old: Edition, new: Edition) -> Iterator[str]:
    count = len(person.answers)
    yield f"  The smallest person, {count} {'answer' if count == 1 else 'answers'}:"
    yield from (f"    {line}" for line in in_words(person, new))
    yield from (f"    {line}" for line in both_outcomes(person, old, new))
