"""The letter as files: DOCX on a clinic's own letterhead, PDF, and nothing of who made them."""

import io
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from letters import IN_COURT, en, lines, order_of, spanish, text_of
from pdfua import validate
from pikepdf import Pdf

from interview.content.folders import ROOT
from interview.loading import load
from interview.paper import KINDS, NoPaper
from interview.paper.letter import copy_pdf, draft, letter_docx, letter_pdf

LETTER = load(ROOT / "questions").papers.letter
NOTICE = en(LETTER.draft).replace("**", "")
GOOD = {**IN_COURT, "family": ["parent_citizen_lpr"], "health": ["disability"]}


@pytest.fixture
def order(screening):
    return order_of(screening, GOOD, "join_closure")


def _opened(made: bytes):
    return docx.Document(io.BytesIO(made))


def _parts(made: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(made)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def _whole(made: bytes) -> str:
    return "\n".join(part.decode("utf-8", "replace") for part in _parts(made).values())


# ---------------------------------------------------------------- DOCX


def test_a_docx_says_what_the_draft_says_with_headings_and_fields(order):
    document = _opened(letter_docx(order))
    said = []
    for element in document.element.body:
        words = ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in element.iter(qn("w:p"))]
        if element.tag == qn("w:tbl"):
            columns = len(element.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}"))
            rows = [words[n : n + columns] for n in range(0, len(words), columns)]
            said += [f"- {' | '.join(cell or '_' for cell in row)}" for row in rows]
        elif element.tag == qn("w:p") and (words[0] or element.findall(f".//{qn('w:tab')}")):
            style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
            level = (
                re.fullmatch(r"Heading(\d)", style.get(qn("w:val"))) if style is not None else None
            )
            said.append(f"{'#' * int(level[1])} {words[0]}" if level else words[0])
    wanted = []
    for line in lines(order):
        wanted += [""] * (3 if wanted[-1].startswith("## Other") else 7) if line == "_" else [line]
    gap = "_" * 38
    assert said == [re.sub(r": _$", f": {gap}", line) for line in wanted]
    fields = document.element.body.findall(f".//{qn('w:sdt')}")
    names = [field.find(f"{qn('w:sdtPr')}/{qn('w:alias')}").get(qn("w:val")) for field in fields]
    gaps = LETTER.gaps
    assert names == [
        en(gap)
        for gap in (gaps.day, gaps.address, gaps.name, gaps.number, gaps.signature, gaps.attorney)
    ]


def test_a_docx_has_the_notice_in_its_header_and_rows_that_say_they_are_heads(order):
    document = _opened(letter_docx(order))
    assert [[p.text for p in s.header.paragraphs] for s in document.sections] == [[NOTICE]]
    assert [len(table._tbl.findall(f".//{qn('w:tblHeader')}")) for table in document.tables] == [
        1,
        1,
    ]


@pytest.mark.parametrize(("size", "inches"), [("us-letter", (8.5, 11)), ("a4", (8.27, 11.69))])
def test_a_docx_has_the_size_of_the_sheet(order, size, inches):
    [section] = _opened(letter_docx(replace(order, size=size))).sections
    page = section.page_width.inches, section.page_height.inches
    assert tuple(round(side, 2) for side in page) == inches


def test_a_docx_says_its_language_in_each_run_and_for_all(order):
    made = letter_docx(order)
    languages = set(
        re.findall(r'<w:lang w:val="([^"]+)"', _parts(made)["word/document.xml"].decode())
    )
    styles = _parts(made)["word/styles.xml"].decode()
    defaults = re.search(r"<w:docDefaults>.*?</w:docDefaults>", styles, re.DOTALL)[0]
    assert languages == {"en-US"}
    assert re.findall(r"<w:lang [^>]*>", defaults) == ['<w:lang w:val="en-US"/>']


def _nothing_of_its_maker(made: bytes) -> None:
    parts = _parts(made)
    assert not [name for name in parts if name.startswith(("docProps/", "customXml/"))
                if name != "docProps/core.xml"]  # fmt: skip
    told = re.findall(r"<(?!cp:)(\w+:\w+)[^>]*>([^<]*)<", parts["docProps/core.xml"].decode())
    assert told == [("dc:title", en(LETTER.title)), ("dc:language", "en-US")]
    whole = _whole(made)
    assert not re.search(r"python|rsid|2013-|2024-|Maria|MARIAS-PC|Clinic Inc", whole)
    with zipfile.ZipFile(io.BytesIO(made)) as opened:
        about = {(entry.date_time, entry.create_system) for entry in opened.infolist()}
    assert about == {((1980, 1, 1, 0, 0, 0), 0)}


def test_a_docx_says_nothing_of_who_made_it_where_and_when(order):
    _nothing_of_its_maker(letter_docx(order))


def test_files_have_the_same_bytes_each_time(order):
    assert letter_docx(order) == letter_docx(order)
    assert letter_pdf(order) == letter_pdf(order)


# ---------------------------------------------------------------- a clinic's own letterhead


_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OF_MARIA = {
    "docProps/custom.xml": f"{_OFFICE}/custom-properties",
    "customXml/item9.xml": f"{_OFFICE}/customXml",
    "word/people.xml": "http://schemas.microsoft.com/office/2011/relationships/people",
}


def _letterhead(path: Path, has_headings: bool = True) -> Path:
    """A letterhead with three headers, a foot, its maker's name, and traces of their machine."""
    document = docx.Document()
    document.settings.odd_and_even_pages_header_footer = True
    [section] = document.sections
    section.different_first_page_header_footer = True
    for header, words in ((section.header, "The Clinic"), (section.first_page_header, "Welcome"),
                          (section.even_page_header, "The Clinic, even")):  # fmt: skip
        header.paragraphs[0].text = words
    section.footer.paragraphs[0].text = "12 Main Street"
    document.core_properties.author = document.core_properties.last_modified_by = "Maria"
    inserted = OxmlElement("w:ins")
    for name, value in (("id", "1"), ("author", "Maria"), ("date", "2024-05-05T10:00:00Z")):
        inserted.set(qn(f"w:{name}"), value)
    document.add_paragraph("Dear reader")._p.append(inserted)
    document.settings.element.append(OxmlElement("w:rsids"))
    template = OxmlElement("w:attachedTemplate")
    settings = next(r.target_part for r in document.part.rels.values()
                    if r.reltype.endswith("/settings"))  # fmt: skip
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    template.set(qn("r:id"), settings.relate_to("file:///MARIAS-PC/x.dotx", kind, is_external=True))
    document.settings.element.append(template)
    for name, kind in _OF_MARIA.items():
        told = Part(
            PackURI(f"/{name}"), "application/xml", b"<told>Maria</told>", document.part.package
        )
        holder = document.part.package if name.startswith("docProps") else document.part
        holder.relate_to(told, kind)
    for style in [s for s in document.styles if s.name.startswith(("Heading", "Table", "List"))]:
        if not has_headings:
            style.delete()
    document.save(path)
    return path


@pytest.mark.parametrize("has_headings", [True, False])
def test_a_letterhead_keeps_its_headers_and_foot_and_loses_its_traces(
    order, tmp_path, has_headings
):
    base = _letterhead(tmp_path / "head.docx", has_headings)
    made = letter_docx(replace(order, base=base))
    document = _opened(made)
    [section] = document.sections
    headers = section.header, section.first_page_header, section.even_page_header
    assert [[p.text for p in header.paragraphs] for header in headers] == [
        ["The Clinic", NOTICE],
        ["Welcome", NOTICE],
        ["The Clinic, even", NOTICE],
    ]
    assert [p.text for p in section.footer.paragraphs] == ["12 Main Street"]
    assert document.paragraphs[0].text == "Dear reader"
    heads = [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert heads == [line.lstrip("# ") for line in lines(order) if line.startswith("#")]
    assert made == letter_docx(replace(order, base=base))
    _nothing_of_its_maker(made)


def test_every_section_of_a_letterhead_warns(order, tmp_path):
    document = docx.Document()
    second = document.add_section()
    second.header.is_linked_to_previous = False
    second.header.paragraphs[0].text = "Second"
    document.add_section().different_first_page_header_footer = True
    document.save(tmp_path / "head.docx")
    made = letter_docx(replace(order, base=tmp_path / "head.docx"))
    sections = _opened(made).sections
    for kind, wanted in (
        ("header", [[NOTICE], ["Second", NOTICE], ["Second", NOTICE]]),
        ("first_page_header", [[NOTICE]] * 3),
        ("even_page_header", [[NOTICE]] * 3),
    ):
        headers = [[p.text for p in getattr(s, kind).paragraphs] for s in sections]
        assert headers == wanted, kind


def _zip(path: Path, **parts: str) -> Path:
    with zipfile.ZipFile(path, "w") as written:
        for name, words in parts.items():
            written.writestr(name, words)
    return path


def test_a_letterhead_that_is_no_docx_is_refused_kindly(order, tmp_path):
    text = tmp_path / "head.docx"
    text.write_text("Dear reader")
    macros = _zip(
        tmp_path / "macros.docx",
        **{"[Content_Types].xml": "ms-word.document.macroEnabled.main+xml"},
    )
    for base in (text, macros, _zip(tmp_path / "other.zip", x="x"), tmp_path / "none.docx"):
        with pytest.raises(NoPaper) as refused:
            letter_docx(replace(order, base=base))
        assert str(refused.value) == (f"{base.name} is no DOCX file. Save the letterhead as .docx")


# ---------------------------------------------------------------- PDF


def _words_of_pages(made: bytes, tmp_path: Path) -> list[str]:
    (tmp_path / "letter.pdf").write_bytes(made)
    done = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "letter.pdf", "-"], capture_output=True, check=True
    )
    return [" ".join(page.split()) for page in done.stdout.decode().split("\f")[:-1]]


@pytest.mark.parametrize("size", ["us-letter", "a4"])
def test_a_pdf_has_nothing_that_a_checker_of_pdf_ua_finds(order, size, tmp_path):
    for number, made in enumerate((letter_pdf, copy_pdf)):
        file = tmp_path / f"{number}.pdf"
        file.write_bytes(made(replace(order, size=size, tongue=spanish())))
        assert [finding.message for finding in validate(file).findings] == []
    with Pdf.open(tmp_path / "0.pdf") as letter, Pdf.open(tmp_path / "1.pdf") as copy:
        assert (str(letter.Root.Lang), str(copy.Root.Lang)) == ("en", "es")
        assert {str(key): str(value) for key, value in letter.docinfo.items()} == {
            "/Title": en(LETTER.title),
            "/Creator": str(letter.docinfo["/Creator"]),
        }
        assert "typst" in str(letter.docinfo["/Creator"]).lower()


@pytest.mark.skipif(
    subprocess.run(["which", "pdftotext"], capture_output=True).returncode != 0,
    reason="pdftotext is not installed",
)
def test_each_page_of_a_pdf_warns_once(order, tmp_path):
    tongue = spanish()
    both = f"{tongue.say(LETTER.draft)} {tongue.say(LETTER.copy_to_read)}".replace("**", "")
    for made, notice in (
        (letter_pdf(order), NOTICE),
        (copy_pdf(replace(order, tongue=tongue)), both),
    ):
        pages = _words_of_pages(made, tmp_path)
        assert len(pages) > 1
        assert [page.count(notice) for page in pages] == [1] * len(pages)


def test_a_letterhead_goes_with_a_docx_alone(order, tmp_path):
    base = _letterhead(tmp_path / "head.docx")
    for made in (letter_pdf, copy_pdf):
        with pytest.raises(NoPaper) as refused:
            made(replace(order, base=base))
        assert str(refused.value) == (
            "a letterhead goes with a DOCX file. Name the file so, or leave it out"
        )


def test_the_kinds_of_the_letter_need_answers():
    assert {name: (list(KINDS[name].make), KINDS[name].needs_answers)
            for name in ("letter", "letter-copy")} == {
        "letter": ([".docx", ".pdf"], True), "letter-copy": ([".pdf"], True),
    }  # fmt: skip


def test_the_presses_import_nothing_of_the_product(order):
    code = (
        "import sys, runpy; sys.stdin = open('/dev/null'); "
        "runpy.run_path(sys.argv[1], run_name='a press'); "
        "print([name for name in sys.modules if name.startswith('interview')])"
    )
    press = ROOT / "interview" / "paper" / "docx_press.py"
    done = subprocess.run(
        [sys.executable, "-I", "-c", code, press], capture_output=True, check=True
    )
    assert done.stdout.decode().strip() == "[]"
    assert text_of(draft(order)["draft"]) == NOTICE
