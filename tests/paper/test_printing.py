"""The press and the texts that it prints: every sign of a text stays a sign."""

import pytest

from interview.paper import print_pdf, runs
from interview.paper.printing import PressError


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Call a lawyer.", [{"t": "Call a lawyer."}]),
        ("**Do not sign,** wait.", [{"t": "Do not sign,", "strong": True}, {"t": " wait."}]),
        ("La *green card*.", [{"t": "La "}, {"t": "green card", "lang": "en"}, {"t": "."}]),
        ("**La *green card* ya**", [
            {"t": "La ", "strong": True},
            {"t": "green card", "lang": "en", "strong": True},
            {"t": " ya", "strong": True},
        ]),
        ("\u2066Stop.\u2069 Alto.", [{"t": "Stop.", "lang": "en"}, {"t": " Alto."}]),
        ("5 * 3, #let x = $y$ <b> \\ _", [{"t": "5 * 3, #let x = $y$ <b> \\ _"}]),
    ],
)  # fmt: skip
def test_a_text_is_cut_at_its_marks_and_every_other_sign_is_only_a_sign(text, pieces):
    assert runs(text) == pieces


def test_what_the_press_cannot_print_is_an_error_with_its_reason():
    with pytest.raises(PressError, match="no_such_form"):
        print_pdf("no_such_form", {})
