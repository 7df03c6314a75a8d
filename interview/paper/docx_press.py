"""The press for DOCX: a program of its own that reads blocks of text as JSON and writes the file.

It stands alone and imports nothing of the product, so that it starts at once, and what a person
said is gone with the process. The file says nothing of who made it, where, or when.

Run with: python -I docx_press.py <paper.json >file. The JSON has "data", and "base": a letterhead
as base64, or null.
"""

import base64
import io
import json
import sys
import zipfile
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.oxml import serialize_part_xml
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Inches, Mm, Pt, RGBColor

Runs = list[dict[str, Any]]
_SIZES = {"us-letter": (Inches(8.5), Inches(11)), "a4": (Mm(210), Mm(297))}
_FONT, _BLACK = "Liberation Sans", RGBColor(0, 0, 0)
_HEADING_SIZES = {1: Pt(16), 2: Pt(13), 3: Pt(11)}
_REGION = "US"  # whose English and Spanish it is
_TABLE_SPACE, _GAP = Pt(2), "_" * 38
_SIDES = ("top", "left", "bottom", "right")
# The oldest day that a ZIP file can say: no file tells when it was made.
_NO_DAY = (1980, 1, 1, 0, 0, 0)
# Parts that say who made a file, and those that lead to somebody's machine.
_TELLING_PARTS = (
    "/thumbnail", "/extended-properties", "/custom-properties", "/customXml", "/people",
    "/stylesWithEffects", "/attachedTemplate", "/mailMergeSource", "/mailMergeHeaderSource",
)  # fmt: skip
_OF_WRITERS = (qn("w:date"), qn("w:initials"))
_TELLING_SETTINGS = ("attachedTemplate", "mailMerge", "docId", "docVars", "themeFontLang")


class Press:
    """Writes one file, on a letterhead or on a page of its own."""

    def __init__(self, data: dict[str, Any], base: bytes) -> None:
        self.lang = f"{data['lang']}-{_REGION}"
        self.document = docx.Document(io.BytesIO(base) if base else None)
        if not base:
            self.set_up(data["size"])
        self.say_language()
        for number, section in enumerate(self.document.sections):
            self.warn(section, data["draft"], is_first=number == 0)
        for block in data["blocks"]:
            getattr(self, block.pop("kind"))(**block)
        self.take_out_traces(data["title"])

    # ------------------------------------------------------------ the page

    def set_up(self, size: str) -> None:
        """Set paper, margins and letters where no letterhead does."""
        [section] = self.document.sections
        section.page_width, section.page_height = _SIZES[size]
        section.left_margin = section.right_margin = Inches(1)
        section.top_margin = section.bottom_margin = Inches(0.9)
        sizes = {f"Heading {level}": points for level, points in _HEADING_SIZES.items()}
        for name, points in {"Normal": Pt(11), "Header": Pt(10), **sizes}.items():
            _letters(self.document.styles[name], points)

    def say_language(self) -> None:
        """Say the language of everything that does not say its own."""
        styles = self.document.styles.element
        for found in styles.xpath("//w:docDefaults//w:rPr"):
            for old in found.findall(qn("w:lang")):
                found.remove(old)
            found.append(_element("w:lang", val=self.lang))

    def warn(self, section: Any, runs: Runs, is_first: bool) -> None:
        """Put the notice into every header that a page may have; a linked one has it already."""
        for header in (section.header, section.first_page_header, section.even_page_header):
            if is_first or not header.is_linked_to_previous:
                is_new = header.is_linked_to_previous
                paragraph = header.paragraphs[0] if is_new else header.add_paragraph()
                _box(paragraph)
                self.write(paragraph, runs)

    # ------------------------------------------------------------ blocks

    def heading(self, level: int, runs: Runs) -> None:
        self.write(self.document.add_paragraph(style=self.heading_style(level)), runs)

    def heading_style(self, level: int) -> Any:
        """Return a style of headings; a letterhead may lack it."""
        name, styles = f"Heading {level}", self.document.styles
        if name not in styles:
            style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
            style.base_style = styles.default(WD_STYLE_TYPE.PARAGRAPH)
            style.font.bold, style.font.size = True, _HEADING_SIZES[level]
            style.paragraph_format.keep_with_next = True
            style.paragraph_format.space_before = Pt(12)
            style.element.get_or_add_pPr().append(_element("w:outlineLvl", val=str(level - 1)))
        return styles[name]

    def paragraph(self, runs: Runs) -> None:
        self.write(self.document.add_paragraph(), runs)

    def gap(self, label: Runs, runs: Runs) -> None:
        """A line with what is filled in, or with a field to write in by hand or on a screen."""
        paragraph = self.document.add_paragraph()
        self.write(paragraph, [*label, {"t": ": "}])
        if runs:
            self.write(paragraph, runs)
        else:
            paragraph._p.append(self.field("".join(run["t"] for run in label)))

    def field(self, name: str) -> Any:
        """A field that is replaced as a whole when somebody writes in it; printed, a line."""
        kind = _element("w:showingPlcHdr"), _element("w:text")
        about = _element("w:sdtPr", _element("w:alias", val=name), *kind)
        return _element("w:sdt", about, _element("w:sdtContent", self.run({"t": _GAP})))

    def blank(self, lines: int) -> None:
        for _ in range(lines):
            line = self.document.add_paragraph("\t").paragraph_format.tab_stops
            line.add_tab_stop(self.width(), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)

    def table(self, heads: list[Runs], rows: list[list[Runs]], parts: list[int]) -> None:
        table = self.document.add_table(len(rows) + 1, len(heads))
        table.autofit = False
        _rule(table)
        widths = [round(self.width() * part / sum(parts)) for part in parts]
        for row, cells in zip(table.rows, [heads, *rows], strict=True):
            for cell, runs, width in zip(row.cells, cells, widths, strict=True):
                cell.width = width
                bold = [{**run, "strong": True} for run in runs] if cells is heads else runs
                cell.paragraphs[0].paragraph_format.space_after = _TABLE_SPACE
                self.write(cell.paragraphs[0], bold)
            row._tr.get_or_add_trPr().append(_element("w:cantSplit"))
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        table.rows[0]._tr.get_or_add_trPr().append(_element("w:tblHeader"))
        self.document.add_paragraph().paragraph_format.space_after = _TABLE_SPACE

    def width(self) -> int:
        section = self.document.sections[-1]
        margins = (section.left_margin or Inches(1)) + (section.right_margin or Inches(1))
        return (section.page_width or Inches(8.5)) - margins

    def write(self, paragraph: Any, runs: Runs) -> None:
        for run in runs:
            paragraph._p.append(self.run(run))

    def run(self, run: dict[str, Any]) -> Any:
        """Return a run that says its language, and that it is bold where it is."""
        bold = [_element("w:b")] if run.get("strong") else []
        lang = f"{run['lang']}-{_REGION}" if "lang" in run else self.lang
        text = _element("w:t")
        text.text = run["t"]
        text.set(qn("xml:space"), "preserve")
        return _element("w:r", _element("w:rPr", *bold, _element("w:lang", val=lang)), text)

    # ------------------------------------------------------------ what a file tells of its maker

    def take_out_traces(self, title: str) -> None:
        """Take out author, machine, program and time, of the letterhead too."""
        package = self.document.part.package
        settings: Any = self.document.part.part_related_by(RELATION.SETTINGS)
        for told in (package, self.document.part, settings):
            for name, relation in list(told.rels.items()):
                if relation.reltype.endswith(_TELLING_PARTS):
                    del told.rels[name]
        core = self.document.core_properties
        for told in list(core._element):
            core._element.remove(told)
        core.title, core.language = title, self.lang
        for told in list(settings.element):
            if told.tag.rpartition("}")[2] in _TELLING_SETTINGS:
                settings.element.remove(told)

    def file(self) -> bytes:
        """Return the file: the same bytes for the same blocks."""
        made, written = io.BytesIO(), io.BytesIO()
        self.document.save(made)
        with zipfile.ZipFile(made) as old, zipfile.ZipFile(written, "w") as new:
            for entry in old.namelist():
                about = zipfile.ZipInfo(entry, _NO_DAY)
                about.create_system, about.compress_type = 0, zipfile.ZIP_DEFLATED
                part = old.read(entry)
                new.writestr(about, _without_writers(part) if entry.endswith(".xml") else part)
        return written.getvalue()


def _element(tag: str, *inside: Any, **attributes: str) -> Any:
    made = OxmlElement(tag)
    made.extend(inside)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def _letters(style: Any, points: Pt) -> None:
    """Black letters of one font: the styles of Word's own page are blue."""
    style.font.name, style.font.size, style.font.color.rgb = _FONT, points, _BLACK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in [name for name in fonts.attrib if "theme" in name.lower()]:
        del fonts.attrib[name]
    for kind in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{kind}"), _FONT)


def _lines(tag: str, sides: tuple[str, ...], space: str) -> Any:
    look = {"val": "single", "sz": "4", "space": space, "color": "000000"}
    return _element(tag, *(_element(f"w:{side}", **look) for side in sides))


def _rule(table: Any) -> None:
    """Draw the lines of a table, whatever styles a letterhead has."""
    sides = (*_SIDES, "insideH", "insideV")
    table._tbl.tblPr.find(qn("w:tblW")).addnext(_lines("w:tblBorders", sides, "0"))


def _box(paragraph: Any) -> None:
    """Draw a line around a paragraph."""
    paragraph._p.get_or_add_pPr().append(_lines("w:pBdr", _SIDES, "4"))


def _without_writers(part: bytes) -> bytes:
    """Take out who wrote at a letterhead and when, and the numbers of their sessions."""
    whole: Any = parse_xml(part)
    for found in list(whole.iter("*")):
        for name in list(found.attrib):
            if name.rpartition("}")[2].startswith("rsid") or name in _OF_WRITERS:
                del found.attrib[name]
        if qn("w:author") in found.attrib:
            found.set(qn("w:author"), "")
        if found.tag in (qn("w:rsid"), qn("w:rsids")):
            found.getparent().remove(found)
    return bytes(serialize_part_xml(whole))


def press() -> None:
    """Read a paper from standard input, and write it as a DOCX file to standard output."""
    order = json.load(sys.stdin.buffer)
    base = base64.b64decode(order["base"] or "")
    sys.stdout.buffer.write(Press(order["data"], base).file())


if __name__ == "__main__":
    press()
