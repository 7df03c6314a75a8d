"""What a comparison found, on one page that a lawyer can hand to another."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from interview.authoring.crowd import SIZE, MadeUpPerson
from interview.authoring.diff.comparing import Comparing, concluded_under
from interview.authoring.diff.differences import WHOLE, Compared, ResultDifference
from interview.authoring.diff.kinds_in_words import KindsInWords, rank
from interview.authoring.diff.text_diff import listing_changes, status_changes
from interview.authoring.diff.word_changes import ChangedThing, SaidChange, word_changes
from interview.authoring.prover import in_words
from interview.summary import html as markup

# So many lines stand on one page; what is left out is counted, and stands in the full report.
MOST_LINES_OF_WORDS, MOST_LINES_APART, MOST_WAYS, MOST_ANSWERS, MOST_RESULTS = 24, 4, 10, 8, 8
_WIDTH = 100
_FULL = "interview diff --full lists them"


@dataclass(frozen=True)
class OnePage:
    """The page: what changed in words, whose result changes, and the smallest person."""

    headline: str
    things: list[ChangedThing]
    things_left_out: int
    apart: list[str]
    ways: list[str]
    ways_left_out: int
    person: list[str]
    results: list[tuple[str, str, str]]
    results_left_out: int = 0


def one_page(comparing: Comparing, compared: Compared) -> OnePage:
    """Return the page of a comparison."""
    old, new = comparing.old.content, comparing.new.content
    things = word_changes(old, new)
    shown = list(_fitting(things))
    apart = [*listing_changes(old, new), *status_changes(old, new)]
    words = KindsInWords(new)
    found = sorted(compared.differences, key=lambda one: rank(one.kind))
    person, results = _smallest(comparing, found, words) if found else ([], [])
    return OnePage(
        _headline(compared, has_more=bool(things or apart)),
        shown, len(things) - len(shown), _some(apart, MOST_LINES_APART),
        [_way(one, words) for one in found[:MOST_WAYS]], len(found[MOST_WAYS:]),
        person, results[:MOST_RESULTS], len(results[MOST_RESULTS:]),
    )  # fmt: skip


def _headline(compared: Compared, has_more: bool) -> str:
    days = compared.span.in_words
    if compared.differences:
        return (
            f"Results change, as of {days}: for {compared.touched} of {SIZE:,} made-up people, "
            f"in {compared.ways}."
        )
    what = "No rule concludes anything else" if has_more else "Nothing changes for anybody"
    return f"{what}: proved for all people, as of {days}."


def _fitting(things: list[ChangedThing]) -> Iterator[ChangedThing]:
    """Yield the first things that fit on the page; the first one always does."""
    lines = 0
    for nth, thing in enumerate(things):
        lines += sum(len(_wrapped(line, "  ")) for line in _thing(thing))
        if nth and lines > MOST_LINES_OF_WORDS:
            return
        yield thing


def _some(lines: list[str], most: int) -> list[str]:
    left = len(lines) - most
    return [*lines[:most], *([f"and {left} more; {_FULL}"] if left > 0 else [])]


def _way(found: ResultDifference, words: KindsInWords) -> str:
    return f"{_short(words.say(found.kind))} ({found.count} of {SIZE:,})"


def _short(text: str) -> str:
    return textwrap.shorten(text, _WIDTH, placeholder="…")


def _smallest(
    comparing: Comparing, found: list[ResultDifference], words: KindsInWords
) -> tuple[list[str], list[tuple[str, str, str]]]:
    """Return the person with the fewest answers; of several, the one whom it matters to most.

    What is asked or not known is no result: such a person is shown only where there is no other.
    """
    results = [one for one in found if one.kind.name not in WHOLE] or found
    person = min((one.person for one in results), key=lambda person: len(person.answers))
    before, after = (concluded_under(one, person) for one in (comparing.old, comparing.new))
    told = [(what, _short(was), _short(now)) for what, was, now in words.differing(before, after)]
    return _answers(person, comparing), told


def _answers(person: MadeUpPerson, comparing: Comparing) -> list[str]:
    lines = [line.strip() for line in in_words(person, comparing.new)]
    return [lines[0], *_some(lines[1:], MOST_ANSWERS)]


# ---------------------------------------------------------------- as text


def page_text(page: OnePage) -> Iterator[str]:
    """Yield the page as lines of text."""
    yield from _wrapped(page.headline, "")
    for title, lines in (
        ("What changed in words", list(_words(page))),
        ("Asked, listed or in force otherwise", page.apart),
        ("Whose result changes", list(_ways(page))),
    ):
        if lines:
            yield from ("", title)
            yield from (part for line in lines for part in _wrapped(line, "  "))
    if page.person:
        yield from ("", "The smallest person", f"  {page.person[0]}")
        yield from (f"    {line}" for line in page.person[1:])
        for what, was, now in page.results:
            told = f"{what}: {was}, as before" if was == now else f"{what}: {was} → {now}"
            yield from _wrapped(told, "  ")
        yield from ([f"  and {page.results_left_out} more"] if page.results_left_out else [])


def _words(page: OnePage) -> Iterator[str]:
    for thing in page.things:
        yield from _thing(thing)
    if page.things_left_out:
        yield f"and {page.things_left_out} more; {_FULL}"


def _thing(thing: ChangedThing) -> Iterator[str]:
    yield f"{thing.title} ({thing.name}){f', {thing.how}' if thing.how else ''}"
    for change in thing.changes if thing.how != "taken out" else ():
        yield from (f"  {line}" for line in _change(change))


def _change(change: SaidChange) -> Iterator[str]:
    for when, lines in (("was", change.before), ("now", change.after)):
        if len(lines) == 1:
            yield f"{change.label}, {when}: {lines[0]}"
        elif lines:
            yield f"{change.label}, {when}:"
            yield from (f"  {line}" for line in lines)


def _ways(page: OnePage) -> Iterator[str]:
    yield from page.ways
    if page.ways_left_out:
        yield f"and {page.ways_left_out} more ways; {_FULL}"


def _wrapped(line: str, indent: str) -> list[str]:
    inner = indent + " " * (len(line) - len(line.lstrip()))
    return textwrap.wrap(
        line.lstrip(), _WIDTH, initial_indent=inner, subsequent_indent=f"{inner}    ",
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


# ---------------------------------------------------------------- as HTML


def page_html(page: OnePage, old: str, new: str) -> str:
    """Return the page as one HTML file that needs nothing else, with the names of both editions."""
    template = markup.environment().get_template("diff.html")
    return template.render(page=page, old=old, new=new, full=_FULL)
