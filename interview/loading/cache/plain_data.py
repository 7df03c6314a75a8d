"""Content as plain data and back: lists, texts, numbers and nothing else, so it cannot run code.

Each thing is written once, and after all its parts. It is made again as it was, without being
checked again: whoever reads it back knows that it was checked when it was written.
"""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import Any

from interview.content import Citation, Content, Model, Text
from interview.rules import Interval, conditions

Maker = Callable[[list[Any]], Any]
_PLAIN = (str, bool, int, type(None))
_new, _put = object.__new__, object.__setattr__


class NotPlain(ValueError):
    """Something that is no content, or data that says no content."""


# ---------------------------------------------------------------- what content is made of


def _models(kind: type[Model]) -> Iterator[type[Model]]:
    for each in kind.__subclasses__():
        yield each
        yield from _models(each)


@lru_cache(maxsize=1)
def _kinds() -> dict[str, type]:
    """Return every class of which content can be made, by its name; none other is ever made."""
    written = [kind for kind in vars(conditions).values() if is_dataclass(kind)]
    named = [*_models(Model), *written, Text, Citation, Content, Interval]
    return {_name(kind): kind for kind in named if isinstance(kind, type)}


def _name(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


def _fields(kind: Any) -> list[str]:
    if issubclass(kind, Model):
        return list(kind.model_fields)
    return [field.name for field in fields(kind)]


# ---------------------------------------------------------------- to plain data


class _Writer:
    """Gives each value, and each thing that is made of others, a number; the same ones share it."""

    def __init__(self) -> None:
        self.values: dict[tuple[Any, ...], int] = {}
        self.shapes: dict[str, int] = {}
        self.written: list[Any] = []
        self.made: dict[tuple[Any, ...], int] = {}

    def write(self, value: Any) -> tuple[bool, int]:
        """Return whether a value is made of others, and its number among its like."""
        if isinstance(value, _PLAIN):
            return False, self.values.setdefault((type(value), value), len(self.values))
        shape, parts = _taken_apart(value)
        key = (self._shape(shape), *map(self.write, parts))
        return True, self.made.setdefault(key, len(self.made))

    def _shape(self, shape: list[Any]) -> int:
        name = repr(shape)
        if name not in self.shapes:
            self.shapes[name] = len(self.shapes)
            self.written.append(shape)
        return self.shapes[name]

    def data(self) -> dict[str, Any]:
        first = len(self.values)
        return {
            "shapes": self.written,
            "values": [value for _, value in self.values],
            "made": [
                [shape, *(number + first * is_made for is_made, number in parts)]
                for shape, *parts in self.made
            ],
        }


def to_plain(value: Any) -> dict[str, Any]:
    """Return content as data of which JSON can be made; raise NotPlain."""
    writer = _Writer()
    writer.write((value,))
    return writer.data()


def _taken_apart(value: Any) -> tuple[list[Any], list[Any]]:
    """Return how something is put together, and its parts."""
    kind = type(value)
    if kind is tuple:
        return ["tuple"], list(value)
    if kind is dict:
        return ["dict"], [part for pair in value.items() for part in pair]
    if kind is datetime.date:
        return ["date"], [value.toordinal()]
    if _kinds().get(_name(kind)) is not kind:
        raise NotPlain(f"{_name(kind)} is no part of content")
    if kind is Interval:
        return ["interval"], list(value)
    names = _fields(kind)
    parts = [getattr(value, name) for name in names]
    if not isinstance(value, Model):
        return ["data", _name(kind), names], parts
    private = value.__pydantic_private__ or {}
    said = [name for name in names if name in value.model_fields_set]
    return ["model", _name(kind), names, said, list(private)], [*parts, *private.values()]


# ---------------------------------------------------------------- from plain data


def from_plain(data: Any) -> Any:
    """Return the content of which the data was made; raise NotPlain where it says none."""
    try:
        makers = [_maker(*shape) for shape in data["shapes"]]
        found = list(data["values"])
        for shape, *parts in data["made"]:
            found.append(makers[shape]([found[number] for number in parts]))
        [whole] = found[-1]
    except (KeyError, IndexError, TypeError, ValueError, OverflowError) as error:
        raise NotPlain("this is no content as it was written") from error
    return whole


def _maker(shape: str, *told: Any) -> Maker:
    if shape == "data":
        return _data_maker(*told)
    if shape == "model":
        return _model_maker(*told)
    return _MAKERS[shape]


def _kind(name: str, names: list[str]) -> type:
    kind = _kinds()[name]
    if names != _fields(kind):
        raise NotPlain(f"{name} has other parts by now")
    return kind


def _data_maker(name: str, names: list[str]) -> Maker:
    kind = _kind(name, names)

    def make(parts: list[Any]) -> Any:
        made: Any = _new(kind)
        vars(made).update(zip(names, parts, strict=True))
        return made

    return make


def _model_maker(name: str, names: list[str], said: list[str], private: list[str]) -> Maker:
    kind, fields_set, public = _kind(name, names), set(said), len(names)

    def make(parts: list[Any]) -> Any:
        made: Any = _new(kind)
        _put(made, "__dict__", dict(zip(names, parts[:public], strict=True)))
        _put(made, "__pydantic_fields_set__", fields_set)
        _put(made, "__pydantic_extra__", None)
        hidden = dict(zip(private, parts[public:], strict=True)) or None
        _put(made, "__pydantic_private__", hidden)
        return made

    return make


def _mapping(parts: list[Any]) -> dict[Any, Any]:
    return dict(zip(parts[::2], parts[1::2], strict=True))


def _date(parts: list[Any]) -> datetime.date:
    return datetime.date.fromordinal(*parts)


_MAKERS: dict[str, Maker] = {
    "tuple": tuple,
    "dict": _mapping,
    "date": _date,
    "interval": Interval._make,
}
