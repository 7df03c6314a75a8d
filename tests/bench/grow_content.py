"""Makes up content of several times the size, and shows how `interview walk` slows down with it.

    .venv/bin/python tests/bench/grow_content.py 1 2 5 10

Every part, question, rule and outcome is copied with ids of its own, so that the copy hangs
together like the original and on nothing of it.
"""

import dataclasses
import sys
import time
from collections.abc import Callable
from typing import Any

from interview.authoring.crowd import Span
from interview.authoring.reach import reach
from interview.content import Content, Model
from interview.loading import load
from interview.loading.folders import QUESTIONS
from interview.rules import conditions as c


def grown(content: Content, times: int) -> Content:
    """Return the content with everything in it this many times."""
    copies = [content, *(_copy(content, f"_{number}") for number in range(2, times + 1))]
    interview = content.interview.model_copy(
        update={
            key: tuple(name for copy in copies for name in getattr(copy.interview, key))
            for key in ("parts", "programs", "facts_order")
        }
    )
    joined: dict[str, Any] = {"interview": interview}
    for key in ("parts", "criteria", "programs"):
        joined[key] = {name: item for copy in copies for name, item in getattr(copy, key).items()}
    for key in ("flags", "notes", "memos"):
        joined[key] = tuple(item for copy in copies for item in getattr(copy, key))
    for key, lists in (("priorities", ("grounds",)), ("factors", ("positive", "adverse")),
                       ("options", ("stages",))):  # fmt: skip
        update = {name: tuple(item for copy in copies for item in getattr(getattr(copy, key), name))
                  for name in lists}  # fmt: skip
        joined[key] = getattr(content, key).model_copy(update=update)
    return dataclasses.replace(content, **joined)


def _copy(content: Content, ending: str) -> Content:
    rename = _Renamer(ending)
    fields = {field.name: getattr(content, field.name) for field in dataclasses.fields(content)}
    for name in ("parts", "criteria", "programs"):
        fields[name] = {f"{key}{ending}": rename(item) for key, item in fields[name].items()}
    for name in ("flags", "notes", "memos"):
        fields[name] = tuple(map(rename, fields[name]))
    for name in ("priorities", "factors", "options"):
        fields[name] = rename(fields[name])
    interview = content.interview
    fields["interview"] = interview.model_copy(
        update={
            key: tuple(f"{name}{ending}" for name in getattr(interview, key))
            for key in ("parts", "programs", "facts_order")
        }
    )
    return Content(**fields)


class _Renamer:
    """Gives every id in a piece of content an ending, in its conditions too."""

    def __init__(self, ending: str) -> None:
        self.ending = ending

    def __call__(self, item: Any) -> Any:
        if isinstance(item, Model):
            return item.model_copy(update={key: self.field(item, key, part) for key, part in item})
        if isinstance(item, tuple) and not hasattr(item, "_fields"):
            return tuple(map(self, item))
        return self.condition(item) if isinstance(item, c.Condition) else item

    def field(self, item: Model, key: str, part: Any) -> Any:
        is_value = type(item).__name__ == "Value"
        if key in ("id", "page") and isinstance(part, str) and not is_value:
            return f"{part}{self.ending}"
        if key == "criteria":
            return tuple(f"{name}{self.ending}" for name in part)
        return self(part)

    def condition(self, part: Any) -> Any:
        """Rename the facts, grounds and programs of a condition tree."""
        if not dataclasses.is_dataclass(part) or isinstance(part, type):
            return tuple(map(self.condition, part)) if self._is_list(part) else part
        changes = {}
        for field in dataclasses.fields(part):
            value = getattr(part, field.name)
            named = field.name in ("fact", "ground", "program", "flag")
            changes[field.name] = f"{value}{self.ending}" if named else self.condition(value)
        return dataclasses.replace(part, **changes)

    def _is_list(self, part: Any) -> bool:
        return isinstance(part, tuple) and not hasattr(part, "_fields")


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def main(sizes: list[int]) -> None:
    """Print the seconds of `interview walk` as of one day for each size, against the first."""
    content = load(QUESTIONS)
    day = content.law.last_legal_check
    print(f"{'times':>5} {'questions':>10} {'seconds':>8}")
    first = 0.0
    for times in sizes:
        large = grown(content, times)
        seconds, _ = timed(lambda: reach(large, Span(day, day)))  # noqa: B023
        first = first or seconds
        print(f"{times:>5} {len(large.questions):>10} {seconds:>8.2f}   x{seconds / first:.1f}",
              flush=True)  # fmt: skip


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1, 2, 5, 10])
