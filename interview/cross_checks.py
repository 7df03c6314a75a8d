"""Checks what one file says against the others, and puts what names stand for into conditions."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from interview import conditions as c
from interview import content as model
from interview.condition_checks import Vocabulary, hint, lines_of
from interview.condition_reader import parse
from interview.content import Citation, Model, Question, Text
from interview.reader import Document, Place

Models = dict[str, Model]
Documents = dict[str, Document]

# What the program puts into texts.
FILLED_IN = {
    "date", "reasons", "part", "parts", "number", "count", "title", "word",
    "fact", "values", "left", "right", "program", "result", "ground",
}  # fmt: skip
_BRACES = re.compile(r"\{([^{}]*)\}")


def check_and_resolve(models: Models, documents: Documents) -> Models:
    """Complain in the documents of every reference that leads nowhere; return resolved models."""
    check = _Checker(models, documents)
    check.order_and_ids()
    check.questions()
    check.page_titles()
    check.troubles()
    check.placeholders()
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
        self.vocabulary = Vocabulary(
            self.question_by_id,
            tuple(state.id for state in self.models["states"].states),
            tuple(self.interview.programs),
        )
        # What was left out because something is wrong with it is there all the same.
        self.left_out = {name for document in documents.values() for name in document.left_out}
        self.named: dict[str, c.Condition] = {
            one.id: one.condition for one in self.models["conditions"].conditions
        }
        self.grounds: dict[str, c.Rule] = {}

    def complain(self, name: str, place: Place, message: str, rule: str = "") -> None:
        self.documents[name].complain(place, message, rule)

    def must_exist(
        self, name: str, place: Place, wanted: str, known: Iterable[str], kind: str, rule: str = ""
    ) -> None:
        """Complain of an id that nothing has, with the nearest one that something has."""
        known = list(known)
        if wanted not in known and wanted not in self.left_out:
            message = f'there is no {kind} "{wanted}". {hint(wanted, known)}'
            self.complain(name, place, message, rule)

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
                again = [n for n, other in enumerate(order) if other == fact][1:]
                self.complain("interview", ("facts_order", *again[:1]), message)
        for name, found in self.models.items():
            self._unique_ids(name, found)

    def _unique_ids(self, name: str, found: Model) -> None:
        for place, value in walk(found):
            if isinstance(value, tuple) and value and all(hasattr(v, "id") for v in value):
                ids = [item.id for item in value]
                for number, item in enumerate(ids):
                    if item in ids[:number]:
                        message = f'the id "{item}" is used twice. Give one of the two another id'
                        self.complain(name, (*place, number), message, item)
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
        for fact in self._facts(question.asked_if):
            if fact not in before and fact in self.question_by_id:
                message = f'"{fact}" is asked later. asked_if may only mention earlier questions'
                self.complain(part, place, message, question.id)
            elif fact in before and question.page and before[fact].page == question.page:
                message = f'"{fact}" is on the same page. Give this question a page of its own'
                self.complain(part, place, message, question.id)

    def _facts(self, condition: c.Condition, seen: tuple[str, ...] = ()) -> list[str]:
        """The facts of a condition, with those that it speaks of by the name of another one."""
        found = list(c.facts(condition))
        waiting = [condition]
        while waiting:
            part = waiting.pop()
            waiting += c.parts(part)
            if isinstance(part, c.Named) and part.name in self.named and part.name not in seen:
                found += self._facts(self.named[part.name], (*seen, part.name))
        return list(dict.fromkeys(found))

    def page_titles(self) -> None:
        """A page that several questions share has a title, and every title has such a page."""
        pages = [question.page for _, _, question in self.asked if question.page]
        shared = {page for page in pages if pages.count(page) > 1}
        titles = self.models["pages"].question.titles
        for part, number, question in self.asked:
            if question.page and question.page not in shared:
                message = (
                    f'no neighbour shares the page "{question.page}". {hint(question.page, titles)}'
                )
                self.complain(part, ("questions", number, "page"), message, question.id)
        for page in shared - set(titles):
            message = f'the page "{page}" has no title. Add one'
            self.complain("pages", ("question", "titles"), message)
        for title in set(titles) - set(pages):
            message = f'no question is on a page "{title}". {hint(title, pages)}'
            self.complain("pages", ("question", "titles", title), message)

    def placeholders(self) -> None:
        """Braces in a text name something that the program puts in."""
        for name, found in self.models.items():
            for place, value in walk(found):
                for text in value.both() if isinstance(value, Text) else ():
                    for word in _BRACES.findall(text):
                        if word not in FILLED_IN:
                            message = f'nothing is put in for "{{{word}}}". ' + hint(
                                word, sorted(FILLED_IN)
                            )
                            self.complain(name, place, message)

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
                if wanted in program.criteria[:number]:
                    message = f'"{wanted}" stands twice. Keep one of the two'
                    self.complain(name, ("criteria", number), message, program.id)
        self._timelines_of_their_own()
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

    def troubles(self) -> None:
        """The pages that stand in for those without one of their own are there."""
        ids = [trouble.id for trouble in self.models["pages"].troubles]
        for wanted in ("ended", "400", "500"):
            self.must_exist("pages", ("troubles",), wanted, ids, "page for the trouble")

    def _timelines_of_their_own(self) -> None:
        """No two things share a timeline: the history of one must not be told of another."""
        used: dict[str, str] = {}
        for name in (*sorted(n for n in self.models if n.startswith("programs/")), "priorities"):
            timeline = self.models[name].timeline
            if timeline in used:
                message = (
                    f'the timeline "{timeline}" is told of {used[timeline]} already. '
                    "Give each its own"
                )
                self.complain(name, ("timeline",), message)
            used[timeline] = name

    def _event_order(self) -> None:
        for number, timeline in enumerate(self.models["law"].timelines):
            dates = [event.date for event in timeline.events]
            for nth in range(1, len(dates)):
                if dates[nth] < dates[nth - 1]:
                    place = ("timelines", number, "events", nth, "date")
                    message = "events stand in the order of their dates. Move it, or mend the date"
                    self.complain("law", place, message, timeline.id)

    # ------------------------------------------------------------ conditions

    def resolved(self) -> Models:
        """Return the models with every name and ground put into the conditions."""
        names: dict[str, c.Condition] = {}
        resolve = self._resolve
        for number, named in enumerate(self.models["conditions"].conditions):
            place = ("conditions", number, "condition")
            names[named.id] = resolve("conditions", place, named.condition, dict(names), named.id)
        self.grounds = {}
        conditions = self.models["conditions"]
        result: Models = {
            "conditions": conditions.model_copy(
                update={
                    "conditions": tuple(
                        one.model_copy(update={"condition": names[one.id]})
                        for one in conditions.conditions
                    )
                }
            ),
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
        before = len(self.documents[name].problems)
        for at, line in lines_of(self._written(name, place), place):
            for message in self._line_problems(name, parse(line), names):
                self.complain(name, at, message, rule)
        if len(self.documents[name].problems) > before:
            return written
        try:
            return c.resolve(written, names, {} if _settled_before_grounds(name) else self.grounds)
        except c.ConditionError:
            # Only a rule that was left out, and is reported already, is missing here.
            return written

    def _written(self, name: str, place: Place) -> Any:
        data = self.documents[name].data
        for step in place:
            data = data[step]
        return data

    def _line_problems(
        self, name: str, line: c.Condition, names: dict[str, c.Condition]
    ) -> Iterator[str]:
        settled_first = _settled_before_grounds(name)
        try:
            c.resolve(line, names, {} if settled_first else self.grounds)
        except c.ConditionError as error:
            if not any(f'"{left}"' in str(error) for left in self.left_out):
                yield str(error)
            return
        for comparison in c.comparisons(line):
            if isinstance(comparison, c.ProgramIs) and (settled_first or name == "criteria"):
                yield "a program cannot be mentioned here: it is settled only after this"
            elif not self.left_out.intersection(c.comparison_facts(comparison)):
                yield from self.vocabulary.problems(comparison)
