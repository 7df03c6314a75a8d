"""Puts what names and grounds stand for into the conditions, and complains of every bad line."""

from collections.abc import Iterator
from typing import Any

from interview.content import Deadline, Model
from interview.loading.checks.condition_checks import Vocabulary, lines_of
from interview.loading.content_files import ContentFiles, Models
from interview.loading.document import Place
from interview.rules import conditions as c
from interview.rules import parse_condition, resolve

# What a deadline's own date is called in its condition.
IT = "it"


def resolved(files: ContentFiles) -> Models:
    """Return the models with every name and ground put into the conditions."""
    return _Resolver(files).resolved()


def _dated_memos(memos: Any) -> Model:
    """A memo begins with its first status: nobody is told of it before."""
    dated = tuple(
        memo.model_copy(update={"first_day": memo.first_day or memo.statuses[0].date})
        for memo in memos.memos
    )
    return memos.model_copy(update={"memos": dated})  # type: ignore[no-any-return]


def _settled_before_grounds(name: str) -> bool:
    """Say whether a file's conditions are judged before any ground or program is."""
    return name in ("conditions", "priorities") or name.startswith("parts/")


class _Resolver:
    def __init__(self, files: ContentFiles) -> None:
        self.files = files
        self.vocabulary = Vocabulary(
            files.question_by_id,
            tuple(files.interview.programs),
            tuple(flag.id for flag in files.models["flags"].flags),
        )
        self.grounds: dict[str, c.Rule] = {}

    def resolved(self) -> Models:
        """Return the models with every name and ground put into the conditions."""
        names: dict[str, c.Condition] = {}
        for number, named in enumerate(self.files.models["conditions"].conditions):
            place = ("conditions", number, "condition")
            names[named.id] = self._resolve(
                "conditions", place, named.condition, dict(names), named.id
            )
        self.grounds = {}
        conditions = self.files.models["conditions"]
        result: Models = {
            "conditions": conditions.model_copy(
                update={
                    "conditions": tuple(
                        one.model_copy(update={"condition": names[one.id]})
                        for one in conditions.conditions
                    )
                }
            ),
            "priorities": self._resolve_model("priorities", self._dated_priorities(), names),
        }
        priorities: Any = result["priorities"]
        self.grounds = {ground.id: ground.rule for ground in priorities.grounds}
        for name, found in self.files.models.items():
            if name not in result:
                result[name] = self._resolve_model(name, found, names)
        result["discretion/memos"] = _dated_memos(result["discretion/memos"])
        return result

    def _dated_priorities(self) -> Model:
        """The grounds begin with the memo's first event: before it they are NO of everybody."""
        priorities = self.files.models["priorities"]
        timelines = {line.id: line for line in self.files.models["law"].timelines}
        if priorities.timeline not in timelines:
            return priorities  # type: ignore[no-any-return]
        begins = timelines[priorities.timeline].events[0].date
        grounds = tuple(
            ground.model_copy(update={"first_day": max(ground.first_day or begins, begins)})
            for ground in priorities.grounds
        )
        return priorities.model_copy(update={"grounds": grounds})  # type: ignore[no-any-return]

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
                if isinstance(value, Deadline):
                    part = c.with_date(part, IT, value.date)
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
        before = len(self.files.documents[name].problems)
        for at, line in lines_of(self._written(name, place), place):
            read = parse_condition(line)
            if name == "deadlines":
                read = c.with_date(read, IT, self.files.models[name].deadlines[place[1]].date)
            for message in self._line_problems(name, read, names):
                self.files.complain(name, at, message, rule)
        if len(self.files.documents[name].problems) > before:
            return written
        try:
            return resolve(written, names, {} if _settled_before_grounds(name) else self.grounds)
        except c.ConditionError:
            # Only a rule that was left out, and is reported already, is missing here.
            return written

    def _written(self, name: str, place: Place) -> Any:
        data = self.files.documents[name].data
        for step in place:
            data = data[step]
        return data

    def _line_problems(
        self, name: str, line: c.Condition, names: dict[str, c.Condition]
    ) -> Iterator[str]:
        settled_first = _settled_before_grounds(name)
        try:
            resolve(line, names, {} if settled_first else self.grounds)
        except c.ConditionError as error:
            if not any(f'"{left}"' in str(error) for left in self.files.left_out):
                yield str(error)
            return
        for comparison in c.comparisons(line):
            if isinstance(comparison, c.ProgramIs) and (settled_first or name == "criteria"):
                yield "a program cannot be mentioned here: it is settled only after this"
            elif isinstance(comparison, c.FlagRaised) and (settled_first or name == "criteria"):
                yield "a flag cannot be mentioned here: it is raised only after this"
            elif not self.files.left_out.intersection(c.comparison_facts(comparison)):
                yield from self.vocabulary.problems(comparison)
