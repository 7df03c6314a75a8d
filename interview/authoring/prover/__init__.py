"""Everybody at once: a content's rules as formulas, and z3's answers about them."""

from interview.authoring.prover import (
    vocabulary,
)
from interview.authoring.prover.crowds import (
    SIZE,
    crowd,
)
from interview.authoring.prover.editions import (
    Edition,
    NoEdition,
    read_edition,
)
from interview.authoring.prover.encoding import (
    EncodedPerson,
)
from interview.authoring.prover.open_answers import (
    Answerable,
    ChoiceAnswer,
    ChoicesAnswer,
    OpenAnswers,
    answerable,
    are_same,
    is_value,
)
from interview.authoring.prover.people import (
    Cast,
    Person,
    Span,
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
from interview.authoring.prover.smallest_people import (
    smallest,
)
from interview.authoring.prover.solver import (
    FALSE,
    TRUE,
    Formula,
    World,
    at_most,
    every,
    negation,
    some,
)
from interview.authoring.prover.vocabulary import (
    KINDS,
    Concluded,
    concluded,
)

__all__ = [
    "FALSE",
    "KINDS",
    "SIZE",
    "TRUE",
    "Answerable",
    "Cast",
    "ChoiceAnswer",
    "ChoicesAnswer",
    "Concluded",
    "Disagreement",
    "Edition",
    "EncodedPerson",
    "Formula",
    "NoEdition",
    "OpenAnswers",
    "Person",
    "Replay",
    "Span",
    "World",
    "answerable",
    "are_same",
    "at_most",
    "concluded",
    "crowd",
    "every",
    "in_words",
    "is_value",
    "learns",
    "negation",
    "read_edition",
    "smallest",
    "some",
    "vocabulary",
    "what_differs",
    "with_more",
    "with_value",
    "worked_case",
]
