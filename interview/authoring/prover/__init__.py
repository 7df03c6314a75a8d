"""Everybody at once: a content's rules as formulas, and z3's answers about them."""

from interview.authoring.prover import (
    vocabulary,
)
from interview.authoring.prover.conclusions import (
    first_that_holds,
)
from interview.authoring.prover.editions import (
    Edition,
    NoEdition,
    read_edition,
)
from interview.authoring.prover.encoding import (
    EncodedPerson,
)
from interview.authoring.prover.loose_people import (
    LooseCast,
    Never,
    never_so,
)
from interview.authoring.prover.open_answers import (
    ChoiceAnswer,
    ChoicesAnswer,
    OpenAnswers,
    are_same,
    is_value,
)
from interview.authoring.prover.people import (
    Cast,
    learns,
    with_more,
    with_value,
)
from interview.authoring.prover.people_in_words import (
    in_words,
    what_differs,
    worked_case,
)
from interview.authoring.prover.replay import (
    Disagreement,
    Replay,
)
from interview.authoring.prover.slices import (
    Slices,
)
from interview.authoring.prover.smallest_people import (
    smallest,
)
from interview.authoring.prover.so_far import (
    Reached,
    in_an_order,
)
from interview.authoring.prover.solver import (
    FALSE,
    TRUE,
    Formula,
    World,
    at_most,
    every,
    negation,
    open_formula,
    same,
    some,
)
from interview.authoring.prover.usual_people import (
    near_usual,
)
from interview.authoring.prover.vocabulary import (
    KINDS,
    Concluded,
    concluded,
)

__all__ = [
    "FALSE",
    "KINDS",
    "TRUE",
    "Cast",
    "ChoiceAnswer",
    "ChoicesAnswer",
    "Concluded",
    "Disagreement",
    "Edition",
    "EncodedPerson",
    "Formula",
    "LooseCast",
    "Never",
    "NoEdition",
    "OpenAnswers",
    "Reached",
    "Replay",
    "Slices",
    "World",
    "are_same",
    "at_most",
    "concluded",
    "every",
    "first_that_holds",
    "in_an_order",
    "in_words",
    "is_value",
    "learns",
    "near_usual",
    "negation",
    "never_so",
    "open_formula",
    "read_edition",
    "same",
    "smallest",
    "some",
    "vocabulary",
    "what_differs",
    "with_more",
    "with_value",
    "worked_case",
]
