"""Made-up people: who they are, what they may answer, and any number of them drawn by rule."""

from interview.authoring.crowd.crowd import (
    SIZE,
    Crowd,
    crowd_of_both,
)
from interview.authoring.crowd.people import (
    Answerable,
    MadeUpPerson,
    Span,
    WrittenAnswers,
    answerable,
    usual,
    whole_span,
)

__all__ = [
    "SIZE",
    "Answerable",
    "Crowd",
    "MadeUpPerson",
    "Span",
    "WrittenAnswers",
    "answerable",
    "crowd_of_both",
    "usual",
    "whole_span",
]
