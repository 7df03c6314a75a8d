"""The checklist and the chronology as files: tagged, the same each time, large, and quick."""

import datetime
import io
import re
import shutil
import subprocess
import time

import pytest
from people import QUIET

from interview.languages import read_languages, tongue_of
from interview.loading import TRANSLATIONS
from interview.paper import KINDS, Order

pdfua = pytest.importorskip("pdfua")
pytest.importorskip("typst")

TODAY = datetime.date(2026, 11, 30)
LISTED = read_languages(TRANSLATIONS)
# Much to gather, much to tell: the longest papers.
FULL = {
    **QUIET, "birth_date": "1994-05", "first_arrival_date": "2003-08", "last_entry_date": "2003-08",
    "case_stage": "final_order", "removal_order_date": "2026-10-15", "reentered_after_order": "no",
    "immigration_status": "daca", "daca_history": "current", "daca_expiry_date": "2027-03-01",
    "family": ["spouse_citizen_lpr", "child_citizen_lpr"], "community": ["work", "school"],
    "health": "unsure", "late_trips": "unsure", "caregiving": ["young_child"],
}  # fmt: skip
# The points of the foot of a page.
FOOT = (8.5,)
# By its name: which paper, and whether it has answers.
PAPERS = {"checklist": True, "blank checklist": False, "chronology": True}


@pytest.fixture(scope="module")
def make(screening, reader):
    """Makes a paper: make("chronology", "es", "a4")."""
    answers, refused = reader.read_all(FULL)
    assert refused == []
    result = screening.screen(answers, TODAY)

    def make(paper, language="en", size="us-letter"):
        tongue = tongue_of(TRANSLATIONS, LISTED, language, "self")
        own = result if PAPERS[paper] else None
        order = Order(screening, tongue, TODAY, own, size=size)
        return KINDS[paper.split()[-1]].make[".pdf"](order)

    return make


@pytest.mark.parametrize("size", ["us-letter", "a4"])
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("paper", PAPERS)
def test_the_checker_finds_nothing(make, tmp_path, paper, language, size):
    file = tmp_path / "paper.pdf"
    file.write_bytes(make(paper, language, size))
    assert [finding.message for finding in pdfua.validate(str(file)).findings] == []


@pytest.mark.parametrize("paper", PAPERS)
def test_a_file_is_the_same_each_time_and_names_nobody_and_no_time(make, paper):
    pikepdf = pytest.importorskip("pikepdf")
    one = make(paper)
    assert make(paper) == one
    with pikepdf.open(io.BytesIO(one)) as pdf:
        assert {str(name) for name in pdf.docinfo} <= {"/Title", "/Creator"}
        assert pdf.Root.Lang == "en"


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext")
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_page_of_a_chronology_says_whom_it_is_for(make, content, language):
    tongue = tongue_of(TRANSLATIONS, LISTED, language, "self")
    words = tongue.say(content.papers.chronology.foot).replace("*", "")
    read = subprocess.run(
        ["pdftotext", "-", "-"], input=make("chronology", language), capture_output=True, check=True
    )
    pages = read.stdout.decode().split("\f")[:-1]
    assert pages
    assert [page for page in pages if words not in " ".join(page.split())] == []


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext")
def test_a_list_is_in_large_print(make):
    """Twelve points and more, but for the foot."""
    read = subprocess.run(
        ["pdftotext", "-bbox", "-", "-"], input=make("checklist"), capture_output=True, check=True
    ).stdout.decode()
    heights = [round(float(low) - float(high), 1) for high, low in
               re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">', read)]  # fmt: skip
    assert len(heights) > 300
    assert [height for height in heights if height not in FOOT and height < 12] == []


@pytest.mark.audit
@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_takes_less_than_a_third_of_a_second(make, paper):
    make(paper)
    took = []
    for _ in range(5):
        begun = time.perf_counter()
        make(paper)
        took.append(time.perf_counter() - begun)
    print(f"{paper}: {1000 * min(took):.0f} ms at best, {1000 * max(took):.0f} at worst")
    assert min(took) <= 0.3
