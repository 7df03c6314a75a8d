"""JSON Schemas of the content files, made from the models that read them."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from interview.content.model import WRITTEN, Model, spellings
from interview.rules import line_pattern

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"

# Every scalar is read as text here; an editor takes some for numbers, or for true and false.
SCALAR = ["string", "number", "boolean"]
_SAID: Schema = {"type": SCALAR, "pattern": r"\S"}
_CONDITIONS: Schema = {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/condition"}}
_SHAPES: dict[str, Schema] = {
    "text": {
        "description": "One sentence for everybody, or two: self: ... and client: ...",
        "anyOf": [
            _SAID,
            {
                "type": "object",
                "properties": {"self": _SAID, "client": _SAID},
                "required": ["self", "client"],
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
    "citation": {
        "description": "A document of sources.yaml and a place in it: {advisory: p. 7}",
        "type": "object",
        "additionalProperties": _SAID,
        "minProperties": 1,
        "maxProperties": 1,
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
        return {**_matching(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), "format": "date"}

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
    return found
