"""The claims of safety that questions/claims.yaml makes of the content."""

from dataclasses import dataclass, replace

from interview.authoring.claims.changes import Change
from interview.authoring.claims.claim_texts import FlagText, StatusClaim, TextClaim
from interview.authoring.claims.transitions import Transition
from interview.content import Content
from interview.rules import Condition, conditions

NEVER = conditions.Compare(conditions.AsOf(), "is before", conditions.AsOf())


@dataclass(frozen=True)
class Sentence:
    """A condition that nobody meets, as it is written and where."""

    line: str
    condition: Condition


@dataclass(frozen=True)
class OnePerson:
    """What no person is; and who must exist, so that this is not true of nobody."""

    forbidden: tuple[Sentence, ...]
    somebody: tuple[Sentence, ...]


@dataclass(frozen=True)
class TwoPeople:
    """What never changes from one person to another who differs in one of these ways."""

    changes: tuple[Change, ...]
    never: tuple[Transition, ...]
    somebody: tuple[Transition, ...]
    apart_from: tuple[str, ...]


@dataclass(frozen=True)
class ReachClaim:
    """Every path ends, and nothing is out of reach or idle."""


@dataclass(frozen=True)
class Check:
    """Checks of `interview check` that find nothing."""

    checks: tuple[str, ...]


Body = OnePerson | TwoPeople | StatusClaim | TextClaim | FlagText | ReachClaim | Check


@dataclass(frozen=True)
class Claim:
    """One claim, the safety statement that it belongs to, and where it stands."""

    id: str
    statement: str
    says: str
    file: str
    line: int
    body: Body


def without(content: Content, rules: tuple[str, ...]) -> Content:
    """Return the content as if some criteria did not exist, and some flags were nobody's."""
    if not rules:
        return content
    programs = {
        name: program.model_copy(
            update={"criteria": tuple(c for c in program.criteria if c not in rules)}
        )
        for name, program in content.programs.items()
    }
    # A flag stays, as one that is never raised: notes and options may speak of it.
    flags = tuple(
        flag.model_copy(update={"condition": NEVER}) if flag.id in rules else flag
        for flag in content.flags
    )
    return replace(content, programs=programs, flags=flags)
