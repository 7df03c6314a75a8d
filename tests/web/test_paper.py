"""Paper: the next steps and the sheet for a lawyer, printed by Chromium and read back."""

import os
import re
import shutil
import subprocess

import pytest
from answers import LANES, LONGEST
from browser import IN_CI, NEEDS_CHROMIUM
from spoken import LANGUAGES
from visitor import AS_OF, finished, otherwise_no

from interview.loading import QUESTIONS, read_text

READER = shutil.which("pdftotext")
pytestmark = [
    *NEEDS_CHROMIUM,
    pytest.mark.skipif(READER is None and not IN_CI, reason="poppler-utils is not installed"),
]
FILE = QUESTIONS / "examples" / "person.yaml"
TYPICAL = read_text(FILE.read_text(encoding="utf-8"), FILE.name).data
SIZES = ("Letter", "A4") if "NEXT_STEPS_AUDIT" in os.environ else ("Letter",)
SHEETS = [(size, language) for size in SIZES for language in LANGUAGES]
STEPS = {"typical": TYPICAL, **LANES, "longest": LONGEST, "unsure": {}}


class Paper:
    """A page of the web as it comes out of a printer."""

    def __init__(self, file):
        self.file = file
        written = run("pdfinfo", file).splitlines()
        self.pages = int(next(line.split()[1] for line in written if line.startswith("Pages:")))
        self.text = " ".join(run("pdftotext", "-raw", file, "-").split())

    def shows(self, text):
        """Say whether a text is on the paper, wherever its lines break."""
        return squeezed(text) in squeezed(self.text)

    def page(self, number):
        """The text of one page."""
        return run("pdftotext", "-raw", "-f", number, "-l", number, self.file, "-")

    def order(self, *texts):
        """Where each text begins; -1 for one that is not there."""
        return [squeezed(self.text).find(squeezed(text)) for text in texts]

    def colours(self):
        """The colours on the paper that are not grey."""
        ppm = subprocess.run(
            ["pdftoppm", "-r", "40", str(self.file)], capture_output=True, check=True
        ).stdout
        width, height = map(int, ppm.split(b"\n", 3)[1].split())
        pixels = ppm.split(b"\n", 3)[3][: width * height * 3]
        return {rgb for rgb in zip(*[iter(pixels)] * 3, strict=True) if max(rgb) - min(rgb) > 8}


def run(*command):
    return subprocess.run(
        [str(c) for c in command], capture_output=True, check=True, text=True
    ).stdout


def squeezed(text):
    return "".join(text.replace("*", "").split())


@pytest.fixture
def at_paper(app, new_page, tmp_path):
    """Someone's page on paper: at_paper(answers, language, address, size)."""

    def printed(answers, language, address, size):
        visitor = finished(app, answers and otherwise_no(app, answers), language)
        visitor.open(address)
        page = new_page(visitor, visitor.path)
        file = tmp_path / "paper.pdf"
        page.pdf(path=file, format=size, print_background=True)
        return Paper(file), visitor.page, page

    return printed


@pytest.mark.sampled(3)
@pytest.mark.parametrize(("size", "language"), SHEETS)
@pytest.mark.parametrize("person", STEPS)
def test_the_next_steps_take_two_pages_in_black_and_white_and_the_first_is_enough_alone(
    at_paper, site, person, size, language
):
    paper, shown, _ = at_paper(STEPS[person], language, "/next-steps", size)
    say = site.speakers[language, "self"].plain
    content = site.content
    headings, wording = content.wording.headings, content.wording
    flags = [say(flag.name) for flag in content.flags if flag.id in shown.data("flag")]
    first, second = (squeezed(paper.page(n)) for n in (1, 2))
    assert paper.pages == 2
    assert paper.colours() == set()
    alone = [shown.heading, say(headings.do_now), say(headings.do_not)]
    alone += [say(text) for text in (content.urgent_door.find_lawyer.title,
                                     *wording.not_advice, wording.keep_like_cash)]  # fmt: skip
    assert [text for text in alone if squeezed(text) not in first] == []
    why = [say(headings.flags), *flags, say(headings.programs)]
    assert [text for text in why if squeezed(text) not in second] == []
    assert squeezed(say(headings.flags)) not in first


def test_on_the_second_page_each_flag_has_its_reason_and_each_law_of_today_stands_open(
    at_paper, site
):
    paper, shown, page = at_paper(TYPICAL, "en", "/next-steps", "Letter")
    reasons = page.evaluate(
        "[...document.querySelectorAll(':is(#flags, #today) .under > p:first-child')]"
        ".map(p => p.textContent)"
    )
    assert len(reasons) == len(shown.data("flag")) + len(shown.data("event")) > 3
    assert [text for text in reasons if not paper.shows(text)] == []


def test_paper_leaves_out_the_frame_and_what_is_folded(at_paper, site):
    paper, _, _ = at_paper(TYPICAL, "en", "/next-steps", "Letter")
    words, headings = site.content.pages, site.content.wording.headings
    folded = (
        headings.decisions, headings.answers, headings.program_asked, headings.adverse,
        headings.unknown, headings.good, headings.everything_else,
    )  # fmt: skip
    frame = (
        words.frame.leave, words.frame.footer, words.next_steps.for_lawyer, words.frame.keys,
        words.next_steps.finish,
    )  # fmt: skip
    for text in (*folded, *frame):
        assert not paper.shows(text.to_self), text.to_self


def test_paper_is_set_in_eleven_points_and_its_reasons_in_two_columns(at_paper):
    _, _, page = at_paper(TYPICAL, "en", "/next-steps", "Letter")
    page.emulate_media(media="print")
    found = page.evaluate(
        "[getComputedStyle(document.querySelector('.steps p')).fontSize,"
        " getComputedStyle(document.querySelector('main')).columnCount,"
        " getComputedStyle(document.querySelector('#flags')).columnCount]"
    )
    assert float(found[0].removesuffix("px")) * 72 / 96 == pytest.approx(11, abs=0.01)
    assert found[1:] == ["auto", "2"]


def test_what_was_opened_is_printed_too(at_paper, site, tmp_path):
    _, shown, page = at_paper(TYPICAL, "en", "/next-steps", "Letter")
    page.click("#options summary")
    page.pdf(path=tmp_path / "opened.pdf", format="Letter")
    paper = Paper(tmp_path / "opened.pdf")
    options = site.content.options
    asked = [o for stage in options.stages for o in stage.options if o.id in shown.data("option")]
    assert asked and all(paper.shows(option.ask.to_self) for option in asked)
    assert paper.shows(site.content.wording.headings.options.to_self)


def test_everything_that_can_be_opened_can_be_printed(at_paper, tmp_path):
    _, _, page = at_paper(TYPICAL, "en", "/next-steps", "Letter")
    page.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
    opened = page.locator(".folded h3, .folded summary, .over h3").all_inner_texts()
    page.pdf(path=tmp_path / "opened.pdf", format="Letter")
    paper = Paper(tmp_path / "opened.pdf")
    assert len(opened) > 30 and [text for text in opened if not paper.shows(text)] == []


def test_the_sources_on_paper_name_what_each_history_is_of(at_paper, site):
    _, _, page = at_paper(TYPICAL, "en", "/about", "Letter")
    page.emulate_media(media="print")
    names = [timeline.name.to_self for timeline in site.content.law.timelines]
    shown = [text for text in page.locator("summary").all() if text.is_visible()]
    assert [text.inner_text() for text in shown] == names


def test_large_print_is_fourteen_points_in_one_column(at_paper):
    _, _, page = at_paper(TYPICAL, "en", "/next-steps", "Letter")
    page.evaluate("window.print = () => { window.printed = true; }")
    page.click("#print-large")
    page.emulate_media(media="print")
    found = page.evaluate(
        "[window.printed, getComputedStyle(document.querySelector('.steps p')).fontSize,"
        " getComputedStyle(document.querySelector('main')).columnCount]"
    )
    assert found == [True, f"{14 * 96 / 72:.4f}px".rstrip("0"), "auto"]


# ---------------------------------------------------------------- the sheet for a lawyer

CASES = {
    f"{name} {case['person']}": case["answers"]
    for name in ("twelve_people_today", "people_of_today")
    for case in read_text(
        (QUESTIONS / "cases" / f"{name}.yaml").read_text(encoding="utf-8"), name
    ).data
}
# The size in points of every letter that is printed, but for ids; and of the ids.
SIZES_PRINTED = """() => {
    const found = { text: [], id: [] };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const around = walker.currentNode.parentElement;
        if (walker.currentNode.data.trim() && around.checkVisibility())
            found[around.closest('code') ? 'id' : 'text'].push(
                parseFloat(getComputedStyle(around).fontSize) * .75);
    }
    return [Math.min(...found.text), Math.min(...found.id)]; }"""
# How wide the title's first word is on the page, in points.
WIDTH_OF_TITLE = """() => {
    const range = document.createRange(), text = document.querySelector('h1').firstChild;
    range.setStart(text, 0);
    range.setEnd(text, text.data.indexOf(' '));
    return range.getBoundingClientRect().width * .75; }"""


@pytest.fixture
def sheet_at_paper(app, new_page, tmp_path):
    """Someone's sheet on paper: sheet_at_paper(answers, languages, size)."""

    def printed(answers, shown, size):
        visitor = finished(app, answers, "es")
        visitor.press([("show", "sheet")])
        visitor.press([("both", "1")] if shown == "both" else [("language", shown)])
        page = new_page(visitor, visitor.path)
        page.pdf(path=tmp_path / "sheet.pdf", format=size, print_background=False)
        page.emulate_media(media="print")
        return Paper(tmp_path / "sheet.pdf"), visitor.page, page

    return printed


def scale(paper, page):
    """How large the title was printed, against how large the page has it."""
    boxes = run("pdftotext", "-bbox", "-l", "1", paper.file, "-")
    first, last = re.search(r'<word xMin="([0-9.]+)".*? xMax="([0-9.]+)"', boxes).groups()
    return (float(last) - float(first)) / page.evaluate(WIDTH_OF_TITLE)


@pytest.mark.sampled(25)
@pytest.mark.parametrize("size", ["Letter", "A4"])
@pytest.mark.parametrize("shown", LANGUAGES)
@pytest.mark.parametrize("person", CASES)
def test_the_sheet_for_a_lawyer_is_one_page_in_letters_of_nine_points(
    sheet_at_paper, person, shown, size
):
    paper, _, page = sheet_at_paper(CASES[person], shown, size)
    assert (paper.pages, paper.colours()) == (1, set())
    smallest, smallest_id = page.evaluate(SIZES_PRINTED)
    assert smallest >= 9 and smallest_id >= 7
    # A browser that finds no room shrinks the whole page.
    assert scale(paper, page) == pytest.approx(1, abs=0.02)


@pytest.mark.parametrize("person", ["longest", "unsure", "red"])
def test_who_has_more_to_tell_gets_a_second_page_and_no_smaller_letters(
    sheet_at_paper, app, person
):
    answers = {"longest": LONGEST, "unsure": {}, "red": LANES["red"]}[person]
    paper, _, page = sheet_at_paper(answers, "es", "Letter")
    assert paper.pages <= 2
    assert scale(paper, page) == pytest.approx(1, abs=0.02)
    assert page.evaluate(SIZES_PRINTED)[0] >= 9


def test_in_both_languages_each_has_a_page_the_english_first(sheet_at_paper, site):
    paper, _, _ = sheet_at_paper(CASES["people_of_today 8"], "both", "Letter")
    titles = [site.speakers[language, "self"].plain(site.content.pages.lawyer.title)
              for language in ("en", "es")]  # fmt: skip
    assert paper.pages == 2
    assert [paper.page(n).startswith(title) for n, title in enumerate(titles, 1)] == [True, True]


@pytest.mark.parametrize("person", ["people_of_today 9", "twelve_people_today 12"])
def test_the_sheet_shows_what_a_lawyer_looks_for_first_and_has_lines_to_write(
    sheet_at_paper, site, person
):
    paper, shown, page = sheet_at_paper(CASES[person], "en", "Letter")
    words = site.content.pages.lawyer
    order = (
        words.title, words.name, words.a_number, words.phone, words.court, words.hearing,
        words.language, words.flags, words.not_sure, words.by_date, words.relief, words.custody,
        words.presence, words.programs, words.discretion, words.notes, words.signed,
    )  # fmt: skip
    begun = paper.order(*(text.to_self for text in order))
    assert min(begun) >= 0 and begun == sorted(begun)
    flags = [flag for flag in site.content.flags if flag.id in shown.data("flag")]
    assert flags and all(paper.shows(f.name.to_self) and paper.shows(f.id) for f in flags)
    names = {deadline.id: deadline.name for deadline in site.content.deadlines}
    assert all(paper.shows(names[found].to_self) for found in shown.data("deadline"))
    assert page.locator(".ln >> visible=true").count() >= 4


def test_what_stands_behind_the_sheet_is_printed_after_it_where_it_is_opened(
    sheet_at_paper, site, tmp_path
):
    paper, shown, page = sheet_at_paper(CASES["twelve_people_today 7"], "en", "Letter")
    advocates, source = site.content.advocates, site.speakers["en", "self"].phrasing.source
    assert paper.pages == 1 and not paper.shows(advocates.title.to_self)
    page.emulate_media(media="null")
    page.click(".more-for-lawyer summary")
    page.pdf(path=tmp_path / "opened.pdf", format="Letter")
    opened = Paper(tmp_path / "opened.pdf")
    assert opened.pages > 1 and squeezed(paper.text) == squeezed(opened.page(1))
    assert opened.shows(advocates.title.to_self)
    for flag in (f for f in site.content.flags if f.id in shown.data("flag")):
        assert opened.shows(source(flag, AS_OF, True)), flag.id
    assert all(opened.shows(rule) for rule in shown.data("criterion"))


# ---------------------------------------------------------------- its language


def test_the_sheet_is_in_english_whatever_the_person_reads_and_changes_by_itself(visitor, site):
    page = visitor.next_steps(TYPICAL, "es")
    assert ("show", "sheet") in page.buttons
    assert visitor.press([("show", "sheet")]).heading == "Sheet for a lawyer"
    assert (visitor.path, visitor.page.title.strip()) == ("/steps", "Próximos pasos")
    assert (
        '<html lang="es"' in visitor.page.html
        and '<article class="letter" lang="en"' in visitor.page.html
    )
    assert visitor.press([("language", "es")]).heading == "Hoja para un abogado"
    assert visitor.press([("both", "1")]).heading == "Sheet for a lawyerHoja para un abogado"
    assert visitor.press([("both", "0")]).heading == "Sheet for a lawyer"
    steps = visitor.press([("show", "steps")])
    assert steps.data("lane") != [] and '<html lang="es"' in steps.html
    assert visitor.press([("show", "sheet")]).heading == "Sheet for a lawyer"


def test_who_reads_english_gets_spanish_beside_it(visitor):
    visitor.next_steps(TYPICAL)
    visitor.press([("show", "sheet")])
    assert visitor.press([("both", "1")]).heading == "Sheet for a lawyerHoja para un abogado"
    assert visitor.press([("language", "xx")]).status == 400


def test_the_sheet_waits_until_every_question_has_an_answer(visitor):
    visitor.start()
    visitor.open("/lawyer")
    assert visitor.address == "/so-far"
