"""The safety claims, proved of everybody or refuted by the smallest person."""

from interview.authoring.prove.proving import (
    Counterexample,
    Proving,
    Verdict,
)

__all__ = [
    "Counterexample",
    "Proving",
    "Verdict",
]
