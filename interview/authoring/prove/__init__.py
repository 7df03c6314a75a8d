"""The safety claims, proved of everybody or refuted by the smallest person."""

from interview.authoring.prove.proving import (
    Counterexample,
    Proving,
    Verdict,
)
from interview.authoring.prove.side_by_side import cores, side_by_side

__all__ = [
    "Counterexample",
    "Proving",
    "Verdict",
    "cores",
    "side_by_side",
]
