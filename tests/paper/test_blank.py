"""The blank interview: everything of the graph once, in order, on pages that anybody can read."""

import datetime
import json

import pytest

from interview.cli import main
from interview.languages import read_languages, tongue_of
from interview.loading import TRANSLATIONS
from interview.paper import KINDS, Order
from interview.paper.blank import blank_data
from interview.paper.blank.leads import leads
from interview.paper.printing import PRESS

typst = pytest.importorskip("typst")
pdfua = pytest.importorskip("pdfua")

TODAY = datetime.date(2026, 11, 30)
FORMS = PRESS.parent / "forms"
PAPERS = [("en", None, "us-letter"), ("es", None, "a4"), ("es", "en", "us-letter")]


def _tongue(code):
    return code and tongue_of(TRANSLATIONS, read_languages(TRANSLATIONS), code, "self")


@pytest.fixture(params=PAPERS, ids=lambda paper: "-".join(filter(None, paper)))
def order(request, screening):
    code, beside, size = request.param
    return Order(screening, _tongue(code), TODAY, beside=_tongue(beside), size=size)


@pytest.fixture
def english(screening):
    return Order(screening, _tongue("en"), TODAY)


def _questions(data):
    return [question for part in data["parts"] for question in part["questions"]]


def _words(runs):
    return "".join(run["t"] for run in runs)


# ---------------------------------------------------------------- what stands on it


def test_every_question_stands_once_with_every_answer_in_the_order_of_asking(content, english):
    labels, pages = content.wording.labels, content.pages.question
    asked = _questions(blank_data(english))
    assert [one["number"] for one in asked] == list(range(1, len(content.questions) + 1))
    for question, one in zip(content.questions, asked, strict=True):
        assert _words(one["ask"][0]) == question.ask.to_self
        unsure = {"choices": pages.some_unsure, "date": pages.year_unknown}
        wanted = [value.label for value in question.values_taken if question.type != "state"]
        wanted += [labels.none_of_these] * (question.type == "choices")
        wanted += [unsure.get(question.type, labels.unsure)] * question.unsure
        assert [_words(box["label"][0]) for box in one["boxes"]] == [w.to_self for w in wanted]
        boxes = [sum(part["signs"] for part in one["date"])] if one["date"] else []
        assert boxes == [8 if question.precision == "day" else 6] * (question.type == "date")
        assert one["line"] is (question.type == "state")


def test_a_sensitive_question_says_that_it_can_be_skipped(content, english):
    skip = content.papers.blank.skip.to_self
    said = [skip in _words(one["hints"][0]) for one in _questions(blank_data(english))
            if one["hints"]]  # fmt: skip
    assert sum(said) == sum(question.sensitive for question in content.questions)


def test_the_words_of_each_line_and_arrow_name_what_they_were_made_from(
    content, screening, english
):
    led, words = leads(screening.path), content.papers.blank
    for question, one in zip(content.questions, _questions(blank_data(english)), strict=True):
        line = led.lines.get(question.id)
        assert (one["only_if"] is None) is (line is None)
        if line:
            said = _words(one["only_if"][0])
            ends = said.endswith(words.otherwise.to_self.format(number=line.otherwise))
            assert ends is (line.otherwise > one["number"] + 1)
            for clue in (clue for way in line.only_if for clue in way if hasattr(clue, "values")):
                assert f"in {led.numbers[clue.fact]}" in said
                asked = next(q for q in content.questions if q.id == clue.fact)
                labels = [asked.label(v).to_self for v in clue.values if v in asked.value_ids]
                assert all(f"“{label}”" in said for label in labels)
        arrows = led.arrows[question.id]
        for value, box in zip([*question.value_ids, "unsure"], one["boxes"], strict=False):
            goes_to = words.go_to.to_self.format(number=arrows.get(value))
            assert (_words(box["go_to"][0]) if box["go_to"] else None) == (
                goes_to if value in arrows else None
            )


# ---------------------------------------------------------------- the file


def test_the_paper_is_pdf_ua_and_has_the_same_bytes_each_time(order, tmp_path):
    make = KINDS["blank"].make[".pdf"]
    made = make(order)
    assert made == make(order)
    file = tmp_path / "blank.pdf"
    file.write_bytes(made)
    assert [finding.message for finding in pdfua.validate(str(file)).findings] == []
    for told in (b"/Author", b"/CreationDate", b"/ModDate"):
        assert told not in made


def test_the_command_writes_the_same_file_and_takes_no_answers(order, runner, tmp_path):
    file = tmp_path / "blank.pdf"
    beside = ["--beside", order.beside.language] if order.beside else []
    told = ["paper", "blank", "--lang", order.tongue.language, *beside, "--size", order.size]
    done = runner.invoke(main, [*told, "--out", str(file)])
    assert done.exit_code == 0, done.output
    assert file.read_bytes() == KINDS["blank"].make[".pdf"](order)
    facts = tmp_path / "facts.yaml"
    facts.write_text("{}", "utf-8")
    refused = runner.invoke(main, [*told, str(facts), "--out", str(file)])
    assert refused.exit_code != 0 and "blank for everybody" in refused.output


def _placed(order, label):
    """What the form says of where it put something."""
    found = typst.query(
        str(FORMS / "blank.typ"),
        f"<{label}>",
        field="value",
        root=str(FORMS),
        font_paths=[str(FORMS.parent / "fonts")],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(blank_data(order))},
    )
    return json.loads(found)


def test_each_word_of_a_page_is_explained_on_it_once_and_nothing_runs_off(order):
    wanted, found = {}, {}
    for one in _placed(order, "asked"):
        wanted.setdefault(one["page"], []).extend(one["words"])
    height = {"us-letter": 792, "a4": 842}[order.size]
    for one in _placed(order, "explained"):
        found.setdefault(one["page"], []).append(one["word"])
        assert one["end"] < height - 36, one
    assert found == {page: list(dict.fromkeys(words)) for page, words in wanted.items() if words}


def test_one_language_takes_about_a_dozen_pages(order):
    pages = max(one["page"] for one in _placed(order, "asked"))
    assert pages <= (21 if order.beside else 12)
