"""Reads the claims, and checks that each of them is about something that is loaded."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from interview.authoring.claims.changes import parse_change
from interview.authoring.claims.claim_texts import WORD_LISTS, FlagText, StatusClaim, TextClaim
from interview.authoring.claims.claims import (
    Body,
    Check,
    Claim,
    OnePerson,
    ReachClaim,
    Sentence,
    TwoPeople,
    without,
)
from interview.authoring.claims.coverage import check_coverage, check_languages
from interview.authoring.claims.transitions import must_be_known, parse_transition
from interview.authoring.prover import vocabulary
from interview.authoring.texts import CHECKS
from interview.content import RESULTS, Content, Languages
from interview.languages import read_languages
from interview.loading import ContentError, Document, Place, read_file, translations_beside
from interview.rules import Condition, ConditionError, parse_condition, resolve
from interview.rules import conditions as c

FILE = "claims.yaml"
STATEMENTS = tuple(str(number) for number in range(1, 12))
T = TypeVar("T")


def read_claims(folder: Path, content: Content) -> list[Claim]:
    """Read the claims of a questions folder; raise ContentError with every problem."""
    languages = read_languages(translations_beside(folder))
    document = read_file(folder / FILE, f"{folder.name}/{FILE}")
    claims: list[Claim] = []
    if not document.problems:
        listed = document.data.get("claims") if isinstance(document.data, dict) else None
        if not isinstance(listed, list) or not listed:
            document.complain((), "the file has no claims. Begin with claims: and a list under it")
        else:
            claims = list(_Reader(document, content, languages).claims(listed))
            check_coverage(document, listed, content)
    if document.problems:
        raise ContentError(document.problems)
    return claims


# The key that says what kind of claim it is, and the keys that go with it.
_BESIDE = {
    "never": {"somebody"},
    "always": {"somebody"},
    "change": {"never_changes", "apart_from", "somebody"},
    "status": set(),
    "text": set(),
    "flag_text": set(),
    "walk": set(),
    "check": set(),
}
_EVERY = {"id", "statement", "says"}


@dataclass
class _Reader:
    document: Document
    content: Content
    languages: Languages
    names: dict[str, Condition] = field(init=False)
    known: dict[str, vocabulary.Name] = field(init=False)

    def __post_init__(self) -> None:
        named = self.content.conditions.conditions
        self.names = {}
        for one in named:
            self.names[one.id] = resolve(one.condition, dict(self.names))
        self.known = vocabulary.questions(self.content) | vocabulary.conclusions(self.content)
        self.grounds = {ground.id: ground.rule for ground in self.content.priorities.grounds}

    def claims(self, listed: list[Any]) -> Iterator[Claim]:
        """Read each claim that can be read, and complain of the rest."""
        seen: set[str] = set()
        for number, written in enumerate(listed):
            place: Place = ("claims", number)
            before = len(self.document.problems)
            kind = self._kind(place, written)
            if kind is None:
                continue
            name = str(written.get("id"))
            if name in seen:
                self.document.complain((*place, "id"), f'the id "{name}" is used twice', name)
            seen.add(name)
            body = self._body(kind, place, written, name)
            if body is not None and len(self.document.problems) == before:
                line = self.document.line(place)
                self._try((*place, "statement"), name, must_be_known, str(written["statement"]),
                          STATEMENTS, "safety statement")  # fmt: skip
                statement, says = str(written["statement"]), " ".join(str(written["says"]).split())
                yield Claim(name, statement, says, self.document.file, line, body)

    def _kind(self, place: Place, written: Any) -> str | None:
        kinds = [kind for kind in _BESIDE if isinstance(written, dict) and kind in written]
        if len(kinds) != 1:
            message = f"a claim has exactly one of {', '.join(_BESIDE)}"
            self.document.complain(place, message)
            return None
        [kind] = kinds
        for key in sorted(_EVERY - set(written)):
            self.document.complain(place, f'"{key}" is missing. Add a line "{key}: ..."')
        for key in written:
            if key not in _EVERY | {kind, "covers"} | _BESIDE[kind]:
                self.document.complain((*place, key), f'"{key}" is not a setting of this claim')
        return kind

    def _body(self, kind: str, place: Place, written: Mapping[str, Any], name: str) -> Body | None:
        here = (*place, kind)
        if kind == "walk":
            self._try(here, name, must_be_known, written[kind], ("every path",), "walk")
            return ReachClaim()
        if kind == "check":
            checks = tuple(written[kind] or ())
            if not checks:
                self.document.complain(here, "name at least one check", name)
            for number, check in enumerate(checks):
                self._try((*here, number), name, must_be_known, check, CHECKS, "check")
            return Check(checks)
        if kind == "change":
            return self._two_people(place, written, name)
        if kind in ("never", "always"):
            return self._one_person(kind, place, written, name)
        build: dict[str, Callable[[Any, Content], Body]] = {
            "status": StatusClaim.read,
            "text": partial(TextClaim.read, languages=self.languages),
            "flag_text": partial(FlagText.read, languages=self.languages),
        }
        lists = WORD_LISTS if kind == "text" else ()
        if kind != "status" and check_languages(
            self.document, here, written[kind], lists, name, self.languages
        ):
            return None
        return self._try(here, name, build[kind], written[kind], self.content)

    def _try(self, place: Place, rule: str, read: Callable[..., T], *given: Any) -> T | None:
        try:
            return read(*given)
        except ConditionError as error:
            self.document.complain(place, str(error), rule)
            return None

    def _one_person(
        self, kind: str, place: Place, written: Mapping[str, Any], name: str
    ) -> OnePerson:
        here: Place = (*place, kind)
        somebody = self._sentences((*place, "somebody"), written.get("somebody") or (), name)
        if kind == "never":
            forbidden = self._sentences(here, written[kind], name)
            if not somebody:
                self.document.complain(here, '"somebody" is missing: who does exist?', name)
            return OnePerson(forbidden, somebody)
        listed = written[kind] if isinstance(written[kind], list) else []
        if not listed:
            self.document.complain(here, "add a list of when: ... and then: ...", name)
        pairs = [self._pair((*here, number), pair, name) for number, pair in enumerate(listed)]
        found = [pair for pair in pairs if pair is not None]
        premises = tuple(premise for premise, _ in found)
        return OnePerson(tuple(broken for _, broken in found), (*premises, *somebody))

    def _pair(self, place: Place, pair: Any, name: str) -> tuple[Sentence, Sentence] | None:
        if not isinstance(pair, dict) or set(pair) != {"when", "then"}:
            self.document.complain(place, "write two conditions: when: ... and then: ...", name)
            return None
        when = self._condition((*place, "when"), pair["when"], name)
        then = self._condition((*place, "then"), pair["then"], name)
        if when is None or then is None:
            return None
        broken = Sentence(
            f"when {on_one_line(pair['when'])}, then {on_one_line(pair['then'])}",
            c.All((when, c.None_((then,)))),
        )
        return Sentence(on_one_line(pair["when"]), when), broken

    def _sentences(self, place: Place, written: Any, name: str) -> tuple[Sentence, ...]:
        listed = written if isinstance(written, list | tuple) else [written]
        conditions = [
            (one, self._condition((*place, number), one, name)) for number, one in enumerate(listed)
        ]
        return tuple(Sentence(on_one_line(one), found) for one, found in conditions if found)

    def _condition(self, place: Place, written: Any, name: str) -> Condition | None:
        found = self._try(
            place,
            name,
            lambda: resolve(parse_condition(written), self.names, self.grounds),
        )
        if found is not None:
            for comparison in c.comparisons(found):
                self._try(place, name, self._must_be_loaded, comparison)
        return found

    def _must_be_loaded(self, comparison: c.Comparison) -> None:
        """A claim about nothing would hold without saying anything."""
        if isinstance(comparison, c.ProgramIs):
            must_be_known(comparison.program, tuple(self.content.programs), "program")
            must_be_known(comparison.result, RESULTS, "result")
            return
        for fact in c.comparison_facts(comparison):
            must_be_known(fact, tuple(self.known), "question or conclusion")
            name = self.known[fact]
            if name.is_date != isinstance(comparison, c.Compare) and not isinstance(
                comparison, c.NotKnown
            ):
                raise ConditionError(f'"{fact}" cannot be compared in this way')
            if name.is_list and isinstance(comparison, c.Is):
                raise ConditionError(f'"{fact}" is a list: use includes, includes any of, has any')
            if not name.is_list and isinstance(comparison, c.Includes | c.HasAny):
                raise ConditionError(f'"{fact}" is no list: use is, is not, is one of')
            for value in getattr(comparison, "values", ()):
                must_be_known(value, name.values, f"value of {fact}")

    def _two_people(self, place: Place, written: Mapping[str, Any], name: str) -> TwoPeople:
        apart_from = tuple(written.get("apart_from") or ())
        content = without(self.content, apart_from)

        def lines(key: str, parse: Callable[[str, Content], Any]) -> tuple[Any, ...]:
            listed = written.get(key) or []
            if not listed:
                self.document.complain(place, f'"{key}" is missing. Add a list', name)
            found = [
                self._try((*place, key, number), name, parse, line, content)
                for number, line in enumerate(listed)
            ]
            return tuple(one for one in found if one is not None)

        for number, rule in enumerate(apart_from):
            known = (*self.content.criteria, *vocabulary.of_kind(self.content, "flag"))
            here = (*place, "apart_from", number)
            self._try(here, name, must_be_known, rule, known, "criterion or flag")
        return TwoPeople(
            changes=lines("change", parse_change),
            never=lines("never_changes", parse_transition),
            somebody=lines("somebody", parse_transition),
            apart_from=apart_from,
        )


def on_one_line(written: Any) -> str:
    """Return a condition on one line, as it is written."""
    if isinstance(written, dict):
        [(word, parts)] = written.items()
        return f"{word} ({'; '.join(on_one_line(part) for part in parts)})"
    return str(written)
