"""What a claim must name of all that there is: a new flag or program is not left out in silence."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from interview.content import URGENCIES, Content, Flag, Languages
from interview.loading import Document, Place
from interview.rules import comparisons
from interview.rules import conditions as c

DOUBT = "doubt"


@dataclass(frozen=True)
class Cover:
    """Which ids a claim must name, and what to add where it does not name one."""

    ids: Callable[[Content], tuple[str, ...]]
    kind: str
    remedy: str


def _of_urgency(urgency: str) -> Cover:
    return Cover(
        lambda content: tuple(flag.id for flag in content.flags if flag.urgency == urgency),
        f"a flag of the urgency {urgency}",
        'Add a condition with "flags includes {id}"',
    )


def _speaks_of_doubt(flag: Flag) -> bool:
    """Whether one more answer can take the flag away: it is raised where something is not known."""
    found = comparisons(flag.condition)
    return flag.cautious or any(isinstance(one, c.NotKnown | c.ProgramIs) for one in found)


COVERS: Mapping[str, Cover] = {
    **{urgency: _of_urgency(urgency) for urgency in URGENCIES},
    DOUBT: Cover(
        lambda content: tuple(flag.id for flag in content.flags if _speaks_of_doubt(flag)),
        "a flag that an unknown answer raises",
        "Add it to apart_from",
    ),
}


def check_coverage(document: Document, listed: list[Any], content: Content) -> None:
    """Complain of each flag and program that a claim must name, and does not."""
    timelines: set[Any] = set()
    for number, claim in enumerate(listed):
        if not isinstance(claim, Mapping):
            continue
        place: Place = ("claims", number)
        name = str(claim.get("id"))
        for nth, covers in enumerate(claim.get("covers") or ()):
            if covers not in COVERS:
                message = f'"{covers}" is nothing to cover. Write one of {", ".join(COVERS)}'
                document.complain((*place, "covers", nth), message, name)
                continue
            for message in _left_out(covers, claim, content):
                document.complain(place, message, name)
        if isinstance(claim.get("status"), Mapping):
            timelines.add(claim["status"].get("timeline"))
    for program in content.programs.values():
        if program.timeline not in timelines:
            message = (
                f'no claim says what the status of "{program.timeline}" never is. Add a claim with '
                f"status: {{timeline: {program.timeline}, never: [...], seen: [...]}}"
            )
            document.complain(("claims",), message, program.id)


def check_languages(
    document: Document,
    place: Place,
    written: Any,
    lists: tuple[str, ...],
    name: str,
    languages: Languages,
) -> bool:
    """Complain of each complete language that a claim has no words for; say if there is one.

    `lists` are the groups of words by language; without any, the claim itself is such a group.
    """
    if not isinstance(written, Mapping):
        return False
    groups = [((*place, key), written.get(key)) for key in lists] or [(place, written)]
    before = len(document.problems)
    for where, group in groups:
        for language in languages.languages:
            if language.complete and isinstance(group, Mapping) and language.code not in group:
                code = language.code
                message = f'there are no words for {code} here. Add a line "{code}: [...]"'
                document.complain(where, message, name)
    return len(document.problems) > before


def _left_out(covers: str, claim: Mapping[str, Any], content: Content) -> Iterator[str]:
    cover = COVERS[covers]
    named = set(_words(claim.get("apart_from") if covers == DOUBT else claim))
    for id in cover.ids(content):
        if id not in named:
            remedy = cover.remedy.format(id=id)
            yield f'"{id}" is {cover.kind}, and this claim leaves it out. {remedy}'


def _words(written: Any) -> Iterator[str]:
    """Every word of the conditions of a claim; what it says in words names nothing."""
    if isinstance(written, Mapping):
        for key, part in written.items():
            yield from () if key in ("id", "says", "covers") else _words(part)
    elif isinstance(written, list):
        for part in written:
            yield from _words(part)
    elif written is not None:
        yield from str(written).replace(",", " ").split()
