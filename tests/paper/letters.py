"""Orders for letters, and what a draft says as plain lines."""

import datetime
from typing import Any

from people import QUIET

from interview.content import SOURCE_LANGUAGE, Text
from interview.languages import Tongue
from interview.languages.language import tongue_of
from interview.languages.listed import read_languages
from interview.loading import TRANSLATIONS
from interview.paper import Order
from interview.paper.letter import draft
from interview.screening import AnswerReader, Screening

DAY = datetime.date(2026, 11, 30)
ENGLISH = Tongue(SOURCE_LANGUAGE, "self", {})
# In court: the letter may ask for many things.
IN_COURT = {"case_stage": "in_proceedings", "hearing_soon": "no"}


def spanish(voice: str = "self") -> Tongue:
    """Return Spanish as the product says it."""
    return tongue_of(TRANSLATIONS, read_languages(TRANSLATIONS), "es", voice)


def order_of(
    screening: Screening,
    changes: dict[str, Any],
    ask: str | None = None,
    as_of: datetime.date = DAY,
    tongue: Tongue = ENGLISH,
) -> Order:
    """Return an order for a quiet man's letter, with these answers in place of his."""
    answers, _ = AnswerReader(screening.content).read_all({**QUIET, **changes})
    result = screening.screen(answers, as_of)
    return Order(screening, tongue, as_of, result, ask=ask)


def text_of(runs: list[dict[str, Any]]) -> str:
    """Return the words of some runs."""
    return "".join(run["t"] for run in runs)


def lines(order: Order, is_copy: bool = False) -> list[str]:
    """Return what a letter says: "# ..." a heading, "- ..." a row, "_" a gap or an empty line."""
    said = []
    for block in draft(order, is_copy)["blocks"]:
        if block["kind"] == "heading":
            said.append(f"{'#' * block['level']} {text_of(block['runs'])}")
        elif block["kind"] == "gap":
            said.append(f"{text_of(block['label'])}: {text_of(block['runs']) or '_'}")
        elif block["kind"] == "blank":
            said.append("_")
        elif block["kind"] == "table":
            rows = [block["heads"], *block["rows"]]
            said += [f"- {' | '.join(text_of(cell) or '_' for cell in row)}" for row in rows]
        else:
            said.append(text_of(block["runs"]))
    return said


def en(text: Text, **put_in: str) -> str:
    """Return the English of a text, with what is put in."""
    return text.to_self.format(**put_in) if put_in else text.to_self
