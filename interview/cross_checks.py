"""Checks what one file says against the others, and puts what names stand for into conditions."""

import difflib
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from interview import conditions as c
from interview import content as model
from interview.content import Citation, Model, Question
from interview.reader import Document, Place

Models = dict[str, Model]
Documents = dict[str, Document]

# The verbs that each type of question can be compared with.
_FITTING: dict[str, tuple[type, ...]] = {
    "yes_no": (c.Is, c.NotKnown),
    "choice": (c.Is, c.NotKnown),
    "state": (c.Is, c.NotKnown),
    "choices": (c.Includes, c.HasAny, c.NotKnown),
    "date": (c.Compare, c.NotKnown),
}
_FITTING_WORDS = {
    "yes_no": "is, is not",
    "choice": "is, is not, is one of",
    "state": "is, is not, is one of",
    "choices": "includes, includes any of, has any",
    "date": "is before, is on or before, is after, is on or after",
}


def check_and_resolve(models: Models, documents: Documents) -> Models:
    """Complain in the documents of every reference that leads nowhere; return resolved models."""
    check = _Checker(models, documents)
    check.order_and_ids()
    check.questions()
    check.citations()
    check.names()
    return check.resolved()


def walk(value: Any, place: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Yield every model, text, condition and citation in a model, with its place in the file."""
    yield place, value
    if isinstance(value, Model):
        for name, part in value:
            yield from walk(part, (*place, name))
    elif isinstance(value, tuple) and not hasattr(value, "_fields"):
        for number, part in enumerate(value):
            yield from walk(part, (*place, number))
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from walk(part, (*place, name))


def _settled_before_grounds(name: str) -> bool:
    """Say whether a file's conditions are judged before any ground or program is."""
    return name in ("conditions", "priorities") or name.startswith("parts/")


class _Checker:
    def __init__(self, models: Models, documents: Documents) -> None:
        self.models: dict[str, Any] = dict(models)
        self.documents = documents
        self.interview: model.Interview = self.models["interview"]
        self.asked = [
            (f"parts/{part}", number, question)
            for part in self.interview.parts
            if f"parts/{part}" in models
            for number, question in enumerate(self.models[f"parts/{part}"].questions)
        ]
        self.question_by_id = {question.id: question for _, _, question in self.asked}
        self.states = {state.id for state in self.models["states"].states}
        self.grounds: dict[str, c.Rule] = {}

    def complain(self, name: str, place: Place, message: str, rule: str = "") -> None:
        self.documents[name].complain(place, message, rule)

    def must_exist(
        self, name: str, place: Place, wanted: str, known: Iterable[str], kind: str, rule: str = ""
    ) -> None:
        """Complain of an id that nothing has, with the nearest one that something has."""
        known = list(known)
        if wanted not in known:
            near = difflib.get_close_matches(wanted, known, n=1)
            hint = f'Did you mean "{near[0]}"?' if near else f"Known: {', '.join(known)}"
            self.complain(name, place, f'there is no {kind} "{wanted}". {hint}', rule)

    # ------------------------------------------------------------ order and ids

    def order_and_ids(self) -> None:
        """Parts, programs and facts_order name what exists, once each; ids are not used twice."""
        for kind in ("parts", "programs"):
            present = [n.partition("/")[2] for n in self.models if n.startswith(f"{kind}/")]
            listed = getattr(self.interview, kind)
            for number, wanted in enumerate(listed):
                self.must_exist("interview", (kind, number), wanted, present, f"{kind} file")
            for extra in sorted(set(present) - set(listed)):
                self.complain("interview", (kind,), f'"{extra}" is not listed. Add it to {kind}')
        order = self.interview.facts_order
        for number, fact in enumerate(order):
            self.must_exist(
                "interview", ("facts_order", number), fact, self.question_by_id, "question"
            )
        for fact in self.question_by_id:
            if order.count(fact) != 1:
                message = (
                    f'"{fact}" must stand once in facts_order, and stands {order.count(fact)} times'
                )
                self.complain("interview", ("facts_order",), message)
        for name, found in self.models.items():
            self._unique_ids(name, found)

    def _unique_ids(self, name: str, found: Model) -> None:
        for place, value in walk(found):
            if isinstance(value, tuple) and value and all(hasattr(v, "id") for v in value):
                ids = [item.id for item in value]
                for number, item in enumerate(ids):
                    if item in ids[:number]:
                        self.complain(
                            name, (*place, number), f'the id "{item}" is used twice', item
                        )
        seen: dict[str, str] = {}
        for part, number, question in self.asked:
            if question.id in seen and seen[question.id] != part:
                self.complain(
                    part, ("questions", number), "this question is in two parts", question.id
                )
            seen[question.id] = part

    # ------------------------------------------------------------ questions

    def questions(self) -> None:
        """Values fit the type; asked_if mentions earlier facts, and none of its own page."""
        earlier: list[Question] = []
        for part, number, question in self.asked:
            place: Place = ("questions", number)
            wants_values = question.type in ("choice", "choices")
            if wants_values != bool(question.values):
                needed = "needs values:" if wants_values else "takes no values:"
                self.complain(
                    part, place, f"a question of type {question.type} {needed}", question.id
                )
            if question.precision == "month" and question.type != "date":
                self.complain(
                    part, (*place, "precision"), "only a date has a precision", question.id
                )
            if question.asked_if is not None:
                self._asked_if(part, (*place, "asked_if"), question, earlier)
            for nth, word in enumerate(question.words):
                words = [w.id for w in self.models["glossary"].words]
                self.must_exist(part, (*place, "words", nth), word, words, "word", question.id)
            earlier.append(question)

    def _asked_if(
        self, part: str, place: Place, question: Question, earlier: list[Question]
    ) -> None:
        assert question.asked_if is not None
        before = {other.id: other for other in earlier}
        for fact in c.facts(question.asked_if):
            if fact not in before and fact in self.question_by_id:
                message = f'"{fact}" is asked later. asked_if may only mention earlier questions'
                self.complain(part, place, message, question.id)
            elif fact in before and question.page and before[fact].page == question.page:
                message = f'"{fact}" is on the same page. Give this question a page of its own'
                self.complain(part, place, message, question.id)

    # ------------------------------------------------------------ references

    def citations(self) -> None:
        """Every source names a document of sources.yaml."""
        known = [document.id for document in self.models["sources"].sources]
        for name, found in self.models.items():
            for place, value in walk(found):
                if isinstance(value, Citation):
                    self.must_exist(name, place, value.document, known, "document")

    def names(self) -> None:
        """Criteria, timelines, steps and listed facts that are mentioned exist."""
        timelines = [timeline.id for timeline in self.models["law"].timelines]
        criteria = [criterion.id for criterion in self.models["criteria"].criteria]
        self.must_exist(
            "priorities", ("timeline",), self.models["priorities"].timeline, timelines, "timeline"
        )
        for name in (n for n in self.models if n.startswith("programs/")):
            program = self.models[name]
            self.must_exist(name, ("timeline",), program.timeline, timelines, "timeline")
            for number, wanted in enumerate(program.criteria):
                self.must_exist(name, ("criteria", number), wanted, criteria, "criterion")
        steps = [step.id for step in self.models["discretion/escalation"].steps]
        for number, start in enumerate(self.models["discretion/escalation"].starts):
            place = ("starts", number, "step")
            self.must_exist("discretion/escalation", place, start.step, steps, "step")
        for number, factor in enumerate(self.models["discretion/factors"].positive):
            if factor.lists:
                place = ("positive", number, "lists")
                facts = self.question_by_id
                self.must_exist(
                    "discretion/factors", place, factor.lists, facts, "question", factor.id
                )
        for number, oddity in enumerate(self.models["oddities"].oddities):
            place = ("oddities", number, "about")
            facts = self.question_by_id
            self.must_exist("oddities", place, oddity.about, facts, "question", oddity.id)
        self._event_order()

    def _event_order(self) -> None:
        for number, timeline in enumerate(self.models["law"].timelines):
            dates = [event.date for event in timeline.events]
            for nth in range(1, len(dates)):
                if dates[nth] < dates[nth - 1]:
                    place = ("timelines", number, "events", nth, "date")
                    self.complain(
                        "law", place, "events stand in the order of their dates", timeline.id
                    )

    # ------------------------------------------------------------ conditions

    def resolved(self) -> Models:
        """Return the models with every name and ground put into the conditions."""
        names: dict[str, c.Condition] = {}
        resolve = self._resolve
        for number, named in enumerate(self.models["conditions"].conditions):
            place = ("conditions", number, "condition")
            names[named.id] = resolve("conditions", place, named.condition, dict(names), named.id)
        self.grounds = {}
        result: Models = {
            "conditions": self.models["conditions"],
            "priorities": self._resolve_model("priorities", self.models["priorities"], names),
        }
        priorities: Any = result["priorities"]
        self.grounds = {ground.id: ground.rule for ground in priorities.grounds}
        for name, found in self.models.items():
            if name not in result:
                result[name] = self._resolve_model(name, found, names)
        return result

    def _resolve_model(self, name: str, found: Model, names: dict[str, c.Condition]) -> Model:
        changed: Any = self._rebuilt(name, found, (), names)
        return changed  # type: ignore[no-any-return]

    def _rebuilt(self, name: str, value: Any, place: Place, names: dict[str, c.Condition]) -> Any:
        if isinstance(value, tuple) and not hasattr(value, "_fields"):
            return tuple(self._rebuilt(name, v, (*place, n), names) for n, v in enumerate(value))
        if not isinstance(value, Model):
            return value
        update: dict[str, Any] = {}
        rule = getattr(value, "id", "")
        for key, part in value:
            if isinstance(part, c.Condition):
                known = dict(names)
                if key == "unclear_if":
                    known[c.THAT] = update["condition"]
                update[key] = self._resolve(name, (*place, key), part, known, rule)
            else:
                update[key] = self._rebuilt(name, part, (*place, key), names)
        return value.model_copy(update=update)

    def _resolve(
        self,
        name: str,
        place: Place,
        written: c.Condition,
        names: dict[str, c.Condition],
        rule: str,
    ) -> c.Condition:
        def report(message: str) -> None:
            self.complain(name, place, message, rule)

        settled_first = _settled_before_grounds(name)
        try:
            resolved = c.resolve(written, names, {} if settled_first else self.grounds)
        except c.ConditionError as error:
            report(str(error))
            return written
        for comparison in c.comparisons(written):
            if isinstance(comparison, c.ProgramIs) and (settled_first or name == "criteria"):
                report("a program cannot be mentioned here: it is settled only after this")
            else:
                self._check_comparison(comparison, report)
        return resolved

    def _check_comparison(self, comparison: c.Comparison, report: Callable[[str], None]) -> None:
        if isinstance(comparison, c.ProgramIs):
            if comparison.program not in self.interview.programs:
                near = difflib.get_close_matches(comparison.program, self.interview.programs, n=1)
                hint = f' Did you mean "{near[0]}"?' if near else ""
                report(f'there is no program "{comparison.program}".{hint}')
            if comparison.result not in ("matches", "may_match", "does_not_match"):
                report("a program is matches, may_match or does_not_match")
            return
        for fact in c.comparison_facts(comparison):
            question = self.question_by_id.get(fact)
            if question is None:
                near = difflib.get_close_matches(fact, self.question_by_id, n=1)
                hint = f' Did you mean "{near[0]}"?' if near else ""
                report(f'there is no question "{fact}".{hint}')
            elif not isinstance(comparison, _FITTING[question.type]):
                report(f'"{fact}" is of type {question.type}: use {_FITTING_WORDS[question.type]}')
            else:
                self._check_values(comparison, question, report)

    def _check_values(
        self, comparison: c.Comparison, question: Question, report: Callable[[str], None]
    ) -> None:
        allowed = {value.id for value in question.values}
        if question.type == "yes_no":
            allowed = {"yes", "no"}
        elif question.type == "state":
            allowed = self.states
        for value in getattr(comparison, "values", ()):
            if value not in allowed:
                near = difflib.get_close_matches(value, sorted(allowed), n=1)
                hint = f' Did you mean "{near[0]}"?' if near else ""
                if value == "unsure":
                    hint = ' Use "is not known".'
                report(f'"{question.id}" has no value "{value}".{hint}')
