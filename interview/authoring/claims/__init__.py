"""The safety claims of claims.yaml, read and put to the prover."""

from interview.authoring.claims.changes import (
    Change,
    Two,
)
from interview.authoring.claims.claim_reader import (
    read_claims,
)
from interview.authoring.claims.claim_texts import (
    FlagText,
    StatusClaim,
    TextClaim,
)
from interview.authoring.claims.claims import (
    Check,
    Claim,
    OnePerson,
    ReachClaim,
    Sentence,
    TwoPeople,
    without,
)
from interview.authoring.claims.transitions import (
    Transition,
)

__all__ = [
    "Change",
    "Check",
    "Claim",
    "FlagText",
    "OnePerson",
    "ReachClaim",
    "Sentence",
    "StatusClaim",
    "TextClaim",
    "Transition",
    "Two",
    "TwoPeople",
    "read_claims",
    "without",
]
