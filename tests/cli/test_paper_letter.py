"""`interview paper letter`: a file of facts in, one letter out, or why there is none."""

import io

import docx
import pytest
import yaml
from people import QUIET

from interview.cli.main import main
from interview.content.folders import ROOT
from interview.languages import translations
from interview.loading import load

CONTENT = load(ROOT / "questions")
LETTER = CONTENT.papers.letter
DAY = ("--as-of", "2026-11-30")


@pytest.fixture
def run(runner, tmp_path, monkeypatch):
    """Run `interview paper` in an empty folder on a quiet man's facts with changes."""
    monkeypatch.chdir(tmp_path)

    def run(kind, *arguments, **changes):
        facts = yaml.safe_dump({**QUIET, **changes})
        (tmp_path / "facts.yaml").write_text(facts, encoding="utf-8")
        return runner.invoke(main, ["paper", kind, "facts.yaml", *arguments, *DAY])

    return run


def test_outside_the_gate_there_is_no_letter_and_a_sentence_says_so(run, tmp_path):
    done = run("letter", "--out", "letter.docx", "--ask", "deferred_action")
    assert (done.exit_code, done.stderr) == (2, f"{LETTER.no_letter.not_now.to_self}\n")
    assert [path.name for path in tmp_path.iterdir()] == ["facts.yaml"]


def test_the_sentence_is_in_the_language_that_was_asked_for(run):
    done = run("letter", "--out", "letter.docx", "--lang", "es")
    assert done.exit_code == 2
    said = translations(ROOT / "translations", "es")[LETTER.no_letter.not_now.to_self]
    assert done.stderr == f"{said}\n"


def test_one_ask_makes_one_letter_on_the_letterhead(run, tmp_path):
    document = docx.Document()
    document.sections[0].footer.paragraphs[0].text = "12 Main Street"
    document.save("head.docx")
    wanted = ("--ask", "stay", "--base", "head.docx", "--lang", "es", "--out")
    done = run("letter", *wanted, "letter.docx", case_stage="final_order")
    assert (done.exit_code, done.stderr, done.stdout) == (0, "", "")
    made = (tmp_path / "letter.docx").read_bytes()
    opened = docx.Document(io.BytesIO(made))
    assert [p.text for p in opened.sections[0].footer.paragraphs] == ["12 Main Street"]
    assert opened.core_properties.title == LETTER.title.to_self
    assert run("letter", *wanted, "-", case_stage="final_order").stdout_bytes == made


def test_several_asks_are_listed_by_id(run):
    done = run("letter", "--out", "letter.pdf", case_stage="final_order")
    assert done.exit_code == 2
    [stage] = (s for s in CONTENT.options.stages if s.id == "after_order")
    asks = [f"{o.id} ({o.brief.to_self})" for o in stage.options if o.letter is not None]
    assert done.stderr == f"{LETTER.no_letter.which.to_self.format(asks=', '.join(asks))}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--out", "letter.pdf", "--base", "facts.yaml"),
         "a letterhead goes with a DOCX file. Name the file so, or leave it out\n"),
        (("--out", "letter.docx", "--base", "facts.yaml"),
         "facts.yaml is no DOCX file. Save the letterhead as .docx\n"),
        (("--out", "letter.txt"),
         "letter.txt: letter is a file of the sort .docx or .pdf. Name it so\n"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_made_is_refused(run, arguments, said):
    done = run("letter", *arguments, "--ask", "stay", case_stage="final_order")
    assert (done.exit_code, done.stderr) == (2, said)


def test_a_copy_to_read_is_a_pdf_in_the_readers_language(run, tmp_path):
    done = run(
        "letter-copy", "--ask", "stay", "--lang", "es", "--out", "copy.pdf",
        case_stage="final_order",
    )  # fmt: skip
    assert (done.exit_code, done.stderr) == (0, "")
    assert (tmp_path / "copy.pdf").read_bytes().startswith(b"%PDF")
