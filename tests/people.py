"""The product's made-up people, for the tests and benches: the same ones for a seed and a day."""

import datetime
from collections.abc import Iterator
from functools import cache

from interview.authoring.crowd import Crowd, WrittenAnswers, answerable
from interview.loading import QUESTIONS, load

# About this man nothing is doubtful: too old for DACA, without children, never arrested.
QUIET = {
    "answering_for": "self", "in_us_now": "yes", "detained": "no", "removal_date_set": "no",
    "reports_to_ice": "no", "two_year_proof": "yes", "case_stage": "no_case",
    "fears_return": "no", "possible_citizen": "no",
    "birth_date": "1975-03-10", "immigration_status": "none", "first_arrival_date": "2000-05-01",
    "last_entry_date": "2000-05-01", "last_entry_manner": "without_inspection",
    "caught_at_entry": "no", "caught_earlier": "no", "early_trips": "none", "late_trips": "none",
    "in_us_since_2014_01_01": "yes", "present_2012_06_15": "yes", "present_2014_11_20": "yes",
    "state": "CA", "education": "graduated", "military_service": "none", "daca_history": "never",
    "child_2014_11_20": "neither", "any_arrest": "no", "gang_participation": "no",
    "gang_accusation": "no", "security_concern": "no", "persecution": "no",
    "immigration_history": [], "travel_planned": "no", "family": [], "health": [],
    "caregiving": [], "victim_or_witness": [], "helped_law_enforcement": "no",
    "military_family": "no", "community": [], "pending_relief": [], "request": "not_made",
    "helper": "nobody",
}  # fmt: skip


@cache
def _crowd() -> Crowd:
    return Crowd(load(QUESTIONS))


def people(count: int, seed: int, as_of: datetime.date) -> Iterator[WrittenAnswers]:
    """Yield the answers of `count` made-up people, as a facts file has them."""
    return _crowd().people(count, seed, as_of)


_QUESTIONS = answerable(load(QUESTIONS))
# What questions with one value, and with a list of values, take.
VALUES = {q.id: list(v) for q, v in _QUESTIONS if q.type not in ("date", "choices")}
PICKS = {q.id: list(v) for q, v in _QUESTIONS if q.type == "choices"}
