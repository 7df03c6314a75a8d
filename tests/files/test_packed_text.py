"""The text of a packed visit: copied by hand it comes back, or it is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview.files import packed_text

PACKED = bytes(range(40))
TEXT = packed_text.to_text(PACKED)


@given(st.binary(max_size=60))
def test_any_bytes_come_back_from_their_text(packed):
    assert packed_text.from_text(packed_text.to_text(packed)) == packed


@pytest.mark.parametrize(
    "copied",
    [
        TEXT,
        TEXT.lower(),
        TEXT.replace(" ", ""),
        TEXT.replace(" ", "-"),
        TEXT.replace(" ", "\n"),
        f"\n  {TEXT}\u00a0\n",
        TEXT.replace("O", "0").replace("I", "1").replace("B", "8"),
        TEXT.replace(" ", "") + "=====",
    ],
)
def test_a_text_is_read_however_it_was_copied(copied):
    assert packed_text.from_text(copied) == PACKED


@pytest.mark.parametrize(
    ("copied", "message"),
    [
        ("", "a letter is wrong or missing"),
        ("A", "some letters are missing, or too many"),
        (TEXT[:-1], "missing"),
        (TEXT[:-8], "missing"),
        (TEXT + " A", "missing"),
        (TEXT.replace("9", "A") if "9" in TEXT else "9" + TEXT, '"9" stands in no packed text'),
        (f"{TEXT}!", '"!" stands in no packed text'),
        (f"Ñ{TEXT}", '"Ñ" stands in no packed text'),
        ("<script>", '"<" stands in no packed text'),
    ],
)
def test_a_text_with_a_mistake_is_refused(copied, message):
    with pytest.raises(packed_text.NoPackedText, match=message):
        packed_text.from_text(copied)


def test_every_single_wrong_letter_and_every_swap_of_neighbours_is_found():
    letters = TEXT.replace(" ", "")
    # The last letter has a bit or more that says nothing.
    for place in range(len(letters) - 1):
        other = "A" if letters[place] != "A" else "C"
        wrong = {letters[:place] + other + letters[place + 1 :]}
        one, next_one = letters[place : place + 2]
        if one != next_one:
            wrong.add(letters[:place] + next_one + one + letters[place + 2 :])
        for copied in wrong:
            with pytest.raises(packed_text.NoPackedText):
                packed_text.from_text(copied)


def test_the_text_is_as_long_for_everybody():
    assert {len(packed_text.to_text(bytes([n]) * 43)) for n in range(256)} == {92}
