"""The slip on a sheet of paper: tagged, nobody named, and its picture read by a camera."""

import datetime
import os
import shutil
import subprocess
from dataclasses import replace

import pdfua
import pytest
import zxingcpp
from people import QUIET
from PIL import Image, ImageFilter
from spoken import COMPLETE

from interview.languages import Tongue, translations
from interview.loading.folders import TRANSLATIONS
from interview.paper import (
    KINDS,
    NoPaper,
    Order,
    normal,
    open_with_key,
    open_with_words,
    slip_bytes,
)
from interview.screening import AnswerReader, Carried, Packing, edition_of

DRAWS = shutil.which("pdftoppm")
needs_poppler = pytest.mark.skipif(
    DRAWS is None and os.environ.get("CI") != "true", reason="poppler is not installed"
)
DAY = datetime.date(2026, 11, 30)
KEY = b"e" * 32


@pytest.fixture(scope="module")
def order(content, screening):
    """An order for the slip of somebody, in a language."""
    answers = AnswerReader(content).read_all(QUIET)[0]
    packed = Packing(edition_of(content, ("en", "es"))).pack(Carried(answers, "en"))

    def order(language="en", **more):
        tongue = Tongue(language, "self", translations(TRANSLATIONS, language))
        return Order(screening, tongue, DAY, pack=lambda: packed, **more)

    return order


@pytest.fixture(scope="module")
def packed(order):
    return order().pack()


def drawn(pdf, tmp_path, dots):
    """A page as a printer or a camera has it: gray, so many dots an inch."""
    (tmp_path / "slip.pdf").write_bytes(pdf)
    run = [DRAWS, "-r", str(dots), "-gray", "-png", tmp_path / "slip.pdf", tmp_path / "page"]
    subprocess.run(run, check=True)
    return Image.open(next(tmp_path.glob("page*.png")))


@needs_poppler
@pytest.mark.parametrize(
    "seen",
    [
        lambda page: page,
        lambda page: page.filter(ImageFilter.GaussianBlur(1)),
        lambda page: page.rotate(7, expand=True, fillcolor=255),
        lambda page: page.rotate(180),
    ],
    ids=["as it is", "blurred", "turned a little", "upside down"],
)
def test_a_camera_reads_the_picture_at_a_hundred_dots_an_inch(order, packed, tmp_path, seen):
    pdf = KINDS["slip"].make[".pdf"](order(event_key=KEY))
    [found] = zxingcpp.read_barcodes(seen(drawn(pdf, tmp_path, 100)))
    assert open_with_key(slip_bytes(found.text), KEY) == packed


@needs_poppler
def test_the_words_on_the_strip_open_the_code_on_the_page(order, packed, tmp_path):
    pdf = KINDS["slip"].make[".pdf"](order("es"))
    (tmp_path / "slip.pdf").write_bytes(pdf)
    run = ["pdftotext", "-layout", tmp_path / "slip.pdf", "-"]
    text = subprocess.run(run, check=True, capture_output=True, text=True).stdout
    words = text.split("Las cuatro palabras")[1].strip().splitlines()[0]
    [found] = zxingcpp.read_barcodes(drawn(pdf, tmp_path, 100))
    assert open_with_words(slip_bytes(found.text), normal(words)) == packed


@pytest.mark.parametrize("language", COMPLETE)
@pytest.mark.parametrize("size", ["us-letter", "a4"])
@pytest.mark.parametrize("key", [None, KEY], ids=["words", "event"])
def test_the_paper_is_tagged_and_names_nobody(order, tmp_path, language, size, key):
    pdf = KINDS["slip"].make[".pdf"](order(language, size=size, event_key=key))
    (tmp_path / "slip.pdf").write_bytes(pdf)
    report = pdfua.validate(tmp_path / "slip.pdf")
    assert list(report.findings) == []
    for mark in (b"/Author", b"/CreationDate", b"/ModDate"):
        assert mark not in pdf


def test_the_file_holds_the_code_and_never_the_words(order, packed):
    made = order()
    text = KINDS["slip"].make[".txt"](made).decode()
    [told] = made.told
    words = told.removeprefix("The four words: ")
    assert not set(words.split()) & set(text.split())
    assert open_with_words(slip_bytes(text), normal(words)) == packed


def test_a_slip_of_nobody_is_refused(order):
    with pytest.raises(NoPaper, match="made from answers"):
        KINDS["slip"].make[".txt"](replace(order(), pack=None))
