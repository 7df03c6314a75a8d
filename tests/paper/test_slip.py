"""The slip: a visit that only four words or an event's key open, as a picture and as a text."""

import contextlib
import datetime
from itertools import pairwise

import pytest
from people import people
from pictures import read_picture
from spoken import COMPLETE

from interview.loading import read_file
from interview.loading.folders import QUESTIONS
from interview.paper.slip import (
    NoEventKey,
    NotASlip,
    WrongEventKey,
    WrongWords,
    needs_words,
    new_event_key,
    normal,
    open_with_key,
    open_with_words,
    qr_svg,
    read_event_key,
    seal_with_key,
    seal_with_words,
    slip_bytes,
    slip_text,
    word_list,
)
from interview.screening import AnswerReader, Carried, PackingError, SlipReader, edition_of

TODAY = datetime.date(2026, 11, 30)
KEY, OTHER_KEY = b"k" * 32, b"o" * 32
WORDS = "tulip prairie kettle plum"


@pytest.fixture(scope="module")
def slips(content):
    return SlipReader(edition_of(content, ("en", "es")))


@pytest.fixture(scope="module")
def packed(content, slips):
    """Packed visits of made-up people, of one who said nothing, and of one sure of nothing."""
    reader = AnswerReader(content)
    written = [*people(60, 16, TODAY), {}, {q.id: "unsure" for q in content.questions if q.unsure}]
    found = []
    for one in written:
        carried = Carried(reader.read_all(one)[0], "es", "client")
        # Some of the made-up people have a year that no slip holds.
        with contextlib.suppress(PackingError):
            found.append(slips.packing.pack(carried))
    assert len(found) > 50
    return found


# ---------------------------------------------------------------- the whole way


def test_a_visit_comes_back_through_seal_picture_and_key_with_the_same_result(
    screening, slips, packed
):
    for visit in packed:
        text = read_picture(qr_svg(slip_text(seal_with_key(visit, KEY))))
        found = slips.unpack(open_with_key(slip_bytes(text), KEY))
        before = slips.unpack(visit)
        assert found == before
        one, other = (screening.screen(v.answers, TODAY).to_dict() for v in (found, before))
        assert one == other


def test_a_visit_comes_back_through_four_words(packed):
    assert open_with_words(seal_with_words(packed[0], WORDS), WORDS) == packed[0]


def test_every_slip_has_one_length_whoever_it_is(packed):
    lengths = {len(slip_text(seal_with_key(visit, KEY))) for visit in packed}
    lengths.add(len(slip_text(seal_with_words(packed[0], WORDS))))
    assert len(lengths) == 1


def test_two_slips_of_one_visit_have_nothing_in_common_but_their_beginning(packed):
    for seal, key in ((seal_with_key, KEY), (seal_with_words, WORDS)):
        one, other = seal(packed[0], key), seal(packed[0], key)
        head = 4
        assert one[:head] == other[:head]
        same = sum(a == b for a, b in zip(one[head:], other[head:], strict=True))
        assert same <= len(one) // 8


# ---------------------------------------------------------------- wrong words, wrong keys


@pytest.mark.parametrize("words", ["", "tulip prairie kettle", "plum kettle prairie tulip"])
def test_other_words_do_not_open_it(packed, words):
    with pytest.raises(WrongWords, match="do not open this slip"):
        open_with_words(seal_with_words(packed[0], WORDS), words)


def test_the_key_of_another_event_does_not_open_it(packed):
    with pytest.raises(WrongEventKey, match="another event"):
        open_with_key(seal_with_key(packed[0], KEY), OTHER_KEY)


def test_a_slip_that_was_changed_anywhere_is_refused(packed):
    sealed = seal_with_key(packed[0], KEY)
    for at in range(len(sealed)):
        changed = sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :]
        with pytest.raises((WrongEventKey, NotASlip)):
            open_with_key(changed, KEY)


def test_each_way_of_sealing_knows_its_own(packed):
    by_words, by_key = seal_with_words(packed[0], WORDS), seal_with_key(packed[0], KEY)
    assert (needs_words(by_words), needs_words(by_key)) == (True, False)
    with pytest.raises(NotASlip):
        open_with_words(by_key, WORDS)
    with pytest.raises(NotASlip):
        open_with_key(by_words, KEY)
    with pytest.raises(NotASlip):
        needs_words(packed[0][:0])


# ---------------------------------------------------------------- as a person types it


def test_the_code_is_read_however_it_was_typed(packed):
    sealed = seal_with_key(packed[0], KEY)
    text = slip_text(sealed)
    lines = "\n".join(text.split())
    for typed in (text, text.lower(), text.replace(" ", ""), text.replace(" ", "-"),
                  f"\n {text}  \n", lines, f"A line of words before it.\n\n{text}\n"):  # fmt: skip
        assert slip_bytes(typed) == sealed


@pytest.mark.parametrize("wrong", ["", "hello", "AHJR GWXR", "?"])
def test_what_is_no_code_is_refused_with_what_to_do(wrong):
    with pytest.raises(NotASlip):
        slip_bytes(wrong)


def test_a_letter_that_is_wrong_missing_or_in_another_place_is_noticed(packed):
    groups = slip_text(seal_with_key(packed[0], KEY)).split()
    turned = [*groups[:2], groups[3], groups[2], *groups[4:]]
    other = "A" if groups[5][0] != "A" else "B"
    for wrong in (groups[1:], groups[:-1], turned,
                  [*groups[:5], other + groups[5][1:], *groups[6:]]):  # fmt: skip
        with pytest.raises(NotASlip):
            slip_bytes(" ".join(wrong))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Túnica  SORTEO atento,vidrio", "tunica sorteo atento vidrio"),
        (" niño\nNIÑA caña\tseñal ", "nino nina cana senal"),
        ("one-two.three four", "one two three four"),
    ],
)
def test_words_need_no_accents_and_no_capitals(typed, meant):
    assert normal(typed) == meant


# ---------------------------------------------------------------- the lists of words


@pytest.mark.parametrize("language", COMPLETE)
def test_four_words_of_a_list_are_one_of_2_to_the_44_choices(language):
    words = word_list(language).words
    assert len({normal(word) for word in words}) == len(words) >= 2**11
    assert all(word == word.strip().lower() and normal(word).isalpha() for word in words)


@pytest.mark.parametrize("language", COMPLETE)
def test_no_word_of_a_list_frightens_or_is_one_that_no_text_may_say(language):
    banned = read_file(QUESTIONS / "banned_words.yaml", "banned").data
    frightening = {
        "en": "police prison jail arrest crime alien illegal gun knife kill die death war judge",
        "es": "policía cárcel prisión celda juez arma matar morir muerte crimen culpa guerra droga",
    }
    words = word_list(language).words
    assert not set(words) & set(frightening[language].split())
    for entry in banned.get(language, []):
        stem, star, _ = entry["word"].partition("*")
        said = [word for word in words if word == stem or (star and word.startswith(stem))]
        assert said == [], entry


def test_a_language_with_no_list_takes_the_english_one():
    assert word_list("qps") == word_list("en")


def test_words_are_chosen_by_chance():
    chosen = [word_list("en").choose() for _ in range(50)]
    assert all(len(words) == 4 for words in chosen)
    assert all(one != other for one, other in pairwise(chosen))


# ---------------------------------------------------------------- the key of an event


def test_a_new_key_is_for_its_owner_only_and_is_never_written_over(tmp_path):
    path = tmp_path / "key.txt"
    key = new_event_key(path)
    assert read_event_key(path) == key
    assert path.stat().st_mode & 0o777 == 0o600
    with pytest.raises(FileExistsError):
        new_event_key(path)


@pytest.mark.parametrize("text", ["", "not a key", "AAAA"])
def test_a_file_without_a_key_is_refused_with_its_name(tmp_path, text):
    path = tmp_path / "key.txt"
    path.write_text(text)
    with pytest.raises(NoEventKey, match=r"key\.txt: there is no key"):
        read_event_key(path)
