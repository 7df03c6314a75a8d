"""JSON Schemas of the content files, made from the models that read them."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from interview.content.model import WRITTEN, Model, spellings
from interview.rules import date_pattern, line_pattern

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"

# Every scalar is read as text here; an editor takes some for numbers, or for true and false.
SCALAR = ["string", "number", "boolean"]
_SAID: Schema = {"type": SCALAR, "pattern": r"\S"}
_IN_CONTEXT: Schema = {
    "type": "object",
    "properties": {"text": _SAID, "context": _SAID},
    "required": ["text", "context"],
    "additionalProperties": False,
}
_TEXT: Schema = {"$ref": "#/$defs/text"}
_DAY: Schema = {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "format": "date"}
_MAYBE_DAY: Schema = {"anyOf": [_DAY, {"type": "null"}]}
_CONDITIONS: Schema = {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/condition"}}


def _variant(since: Schema | None, *needed: str) -> Schema:
    """A text of a dated text, said from a day on, or from the beginning."""
    days = {"from": since} if since else {}
    return {
        "anyOf": [
            {
                "type": "object",
                "properties": {**days, **dict.fromkeys(texts, _TEXT if "text" in texts else _SAID)},
                "required": [*texts, *needed],
                "additionalProperties": False,
            }
            for texts in (("text",), ("self", "client"))
        ]
    }


def _variants(first: Schema) -> Schema:
    """A list of texts: after the first, each has its day."""
    later = _variant(_DAY, "from")
    return {"type": "array", "minItems": 1, "prefixItems": [first], "items": later}


_SHAPES: dict[str, Schema] = {
    "dated_text": {
        "description": "A text, or a list of texts with the day from: which each is said.",
        "anyOf": [_TEXT, _variant(_MAYBE_DAY, "from"), _variants(_variant(_MAYBE_DAY))],
    },
    "text_every_day": {
        "description": "A text, or a list of texts; the first has no from:, each later one has.",
        "anyOf": [
            _TEXT,
            _variant({"type": "null"}, "from"),
            _variants(_variant({"type": "null"})),
        ],
    },
    "text": {
        "description": "One sentence for everybody, or two: self: ... and client: ...",
        "anyOf": [
            _SAID,
            {
                "type": "object",
                "properties": {"self": _SAID, "client": _SAID, "context": _SAID},
                "required": ["self", "client"],
                "additionalProperties": False,
            },
            _IN_CONTEXT,
        ],
    },
    "letter_text": {
        "description": "One sentence of a letter, in the third person.",
        "anyOf": [_SAID, _IN_CONTEXT],
    },
    "own_text": {
        "description": "Words once, or for each language: en: ... and es: ...",
        "anyOf": [
            _SAID,
            {
                "type": "object",
                "additionalProperties": _SAID,
                "minProperties": 1,
            },
        ],
    },
    "evidence": {
        "description": "A paper, or text: with the kind: of paper that the checklist names.",
        "anyOf": [
            {"$ref": "#/$defs/text_every_day"},
            {
                "type": "object",
                "properties": {
                    "text": {"$ref": "#/$defs/text_every_day"},
                    "kind": {"type": SCALAR},
                },
                "required": ["text", "kind"],
                "additionalProperties": False,
            },
        ],
    },
    "condition": {
        "description": "One line with one verb, or one of all, any, none with conditions under it.",
        "anyOf": [
            {"type": "string", "pattern": line_pattern()},
            {
                "type": "object",
                "properties": dict.fromkeys(("all", "any", "none"), _CONDITIONS),
                "additionalProperties": False,
                "minProperties": 1,
                "maxProperties": 1,
            },
        ],
    },
    "date_term": {
        "description": "A date: a date question, or 150 days before daca_expiry_date.",
        "type": "string",
        "pattern": date_pattern(),
        "anyOf": [{"not": {"pattern": r"^\s*[0-9]{4}-[0-9]{2}-[0-9]{2}\s*$"}}, _DAY],
    },
    "citation": {
        "description": "A document of sources.yaml and a place in it: {advisory: p. 7}",
        "type": "object",
        "properties": {"from": _MAYBE_DAY},
        "additionalProperties": _SAID,
        "if": {"required": ["from"]},
        "then": {"minProperties": 2, "maxProperties": 2},
        "else": {"minProperties": 1, "maxProperties": 1},
    },
}
_YES_NO = ("yes", "no", "y", "n", "true", "false", "t", "f", "on", "off", "1", "0")


def _any_case(word: str) -> str:
    """A regular expression of a word in small or capital letters."""
    return "".join(f"[{c}{c.upper()}]" if c.isalpha() else c for c in word)


class _AsWritten(GenerateJsonSchema):
    """Says what may stand in a file, where pydantic says what comes of it."""

    def str_schema(self, schema: Any) -> Schema:
        return {**super().str_schema(schema), "type": SCALAR}

    def bool_schema(self, schema: Any) -> Schema:
        words = f"^({'|'.join(map(_any_case, _YES_NO))})$"
        return {"anyOf": [{"enum": ["yes", "no", True, False, 1, 0]}, _matching(words)]}

    def int_schema(self, schema: Any) -> Schema:
        written = _matching(r"^\s*[+-]?[0-9]+(_[0-9]+)*(\.0+)?\s*$")
        return {"anyOf": [super().int_schema(schema), written]}

    def date_schema(self, schema: Any) -> Schema:
        return dict(_DAY)

    def literal_schema(self, schema: Any) -> Schema:
        return {"enum": [one for value in schema["expected"] for one in spellings(value)]}

    def default_schema(self, schema: Any) -> Schema:
        # What is left out stands as None in the models; a file cannot say that.
        if schema.get("default") is None:
            return self.generate_inner(schema["schema"])
        return super().default_schema(schema)

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def _matching(pattern: str) -> Schema:
    return {"type": "string", "pattern": pattern}


def file_schema(kind: type[Model]) -> Schema:
    """Return the JSON Schema of one kind of content file."""
    made = kind.model_json_schema(schema_generator=_AsWritten)
    used: set[str] = set()
    made = _with_shapes(made, used)
    if used & {"dated_text", "evidence"}:
        used |= {"text", "text_every_day"}
    shapes = {name: shape for name, shape in _SHAPES.items() if name in used}
    return {"$schema": DIALECT, **made, "$defs": {**made.get("$defs", {}), **shapes}}


def _with_shapes(made: Any, used: set[str]) -> Any:
    """Put a reference in place of each text, condition and citation, and note which there are."""
    if isinstance(made, list):
        return [_with_shapes(part, used) for part in made]
    if not isinstance(made, dict):
        return made
    found = {key: _with_shapes(part, used) for key, part in made.items()}
    if isinstance(shape := found.pop(WRITTEN, None), str):
        used.add(shape)
        found["$ref"] = f"#/$defs/{shape}"
    return _saying_something_every_day(found)


def _saying_something_every_day(group: Schema) -> Schema:
    """Ask that what a piece of content must say is said on every day that it exists."""
    required = group.get("required", ())
    parts = group.get("properties", {}) if isinstance(required, list) else {}
    said = [name for name in required if parts.get(name, {}).get("$ref") == "#/$defs/dated_text"]
    if not said:
        return group
    every_day = {"properties": {name: {"$ref": "#/$defs/text_every_day"} for name in said}}
    if "from" not in parts:
        return {**group, "allOf": [every_day]}
    return {**group, "if": {"not": {"required": ["from"]}}, "then": every_day}
