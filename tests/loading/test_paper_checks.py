"""What the papers name exists: a sheet with a column that nobody asks for is refused."""

import shutil

import pytest

from interview.content.folders import ROOT
from interview.loading import ContentError, load

SIGN_UP = "papers/sign_up.yaml"


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("- detained\n", "- detaind\n",
         'there is no question "detaind". Did you mean "detained"?'),
        ("- detained\n", "- detained\n- detained\n",
         '"detained" stands twice. Take one of them out'),
    ],
)  # fmt: skip
def test_a_column_of_the_short_sheet_is_one_question(tmp_path, before, after, message):
    copy = tmp_path / "questions"
    shutil.copytree(ROOT / "questions", copy)
    text = (copy / SIGN_UP).read_text("utf-8")
    (copy / SIGN_UP).write_text(text.replace(before, after, 1), "utf-8")
    with pytest.raises(ContentError) as found:
        load(copy)
    assert [problem.message for problem in found.value.problems] == [message]


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ('"no":\n  en: ["no",', '"no":\n  en: ["Yes", "no",',
         '"Yes" stands for yes too. Take one of them out'),
        ("  - unknown\n", "  - verdadero\n",
         '"verdadero" stands for yes too. Take one of them out'),
    ],
)  # fmt: skip
def test_a_word_that_clinics_write_stands_for_one_answer(tmp_path, before, after, message):
    copy = tmp_path / "questions"
    shutil.copytree(ROOT / "questions", copy)
    words = copy / "papers/sheet_words.yaml"
    text = words.read_text("utf-8")
    assert before in text
    words.write_text(text.replace(before, after, 1), "utf-8")
    with pytest.raises(ContentError) as found:
        load(copy)
    assert [problem.message for problem in found.value.problems] == [message]
