"""Paper: the next steps and the sheet for a lawyer, printed by Chromium and read back."""

import os
import shutil
import subprocess

import pytest
from answers import LANES, LONGEST
from browser import IN_CI, NEEDS_CHROMIUM
from spoken import LANGUAGES
from visitor import finished, otherwise_no

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
PEOPLE = {"typical": TYPICAL, **LANES, "longest": LONGEST, "unsure": {}}
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
    opened = page.locator(".folded h4, .folded summary, .over h4").all_inner_texts()
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


@pytest.mark.parametrize(("size", "language"), SHEETS)
@pytest.mark.parametrize("person", PEOPLE)
def test_the_sheet_for_a_lawyer_is_one_page_and_a_second_one_has_the_points_for_advocates(
    at_paper, site, person, size, language
):
    paper, _, _ = at_paper(PEOPLE[person], language, "/lawyer", size)
    assert (paper.pages, paper.colours()) == (2, set())
    say = site.speakers[language, "self"].plain
    signed, points = say(site.content.pages.lawyer.signed), say(site.content.advocates.title)
    assert squeezed(signed) in squeezed(paper.page(1))
    assert squeezed(paper.page(2)).startswith(squeezed(points))


@pytest.mark.parametrize("person", PEOPLE)
def test_the_sheet_names_flags_and_grounds_with_their_sources_and_every_rule_by_its_id(
    at_paper, site, person
):
    paper, shown, _ = at_paper(PEOPLE[person], "en", "/lawyer", "Letter")
    source = site.speakers["en", "self"].own_source
    found = [f for f in site.content.flags if f.id in shown.data("flag")]
    found += [g for g in site.content.priorities.grounds if g.id in shown.data("ground")]
    for item in found:
        assert paper.shows(item.id) and paper.shows(source(item)), item.id
    for program in site.content.programs.values():
        assert paper.shows(source(program)), program.id
    for rule in [*shown.data("possible"), *shown.data("criterion")]:
        assert paper.shows(rule), rule
    for fact in shown.data("missing"):
        assert paper.shows(next(q for q in site.content.questions if q.id == fact).short.to_self)


def test_the_sheet_tells_the_facts_by_date_and_leaves_room_to_write(at_paper, site):
    paper, _, _ = at_paper(TYPICAL, "en", "/lawyer", "Letter")
    words = site.content.pages.lawyer
    begun = paper.order(
        "Prepared by the person with a website. Not legal advice. Not privileged.",
        "May 1994 Date of birth", "August 2003 First came to live here Last came in",
        "February 2016 Date of the last conviction", words.questions.to_self,
        words.notes.to_self, words.signed.to_self,
    )  # fmt: skip
    assert min(begun) >= 0 and begun == sorted(begun)


def test_the_sheet_is_linked_from_the_next_steps_and_has_a_neutral_title(visitor):
    page = visitor.next_steps(TYPICAL)
    assert ("show", "sheet") in page.buttons
    assert visitor.press([("show", "sheet")]).heading == "One page to bring"
    assert (visitor.path, visitor.page.title.strip()) == ("/steps", "Next Steps")
    assert visitor.press([("show", "steps")]).data("lane") != []


def test_the_sheet_waits_until_every_question_has_an_answer(visitor):
    visitor.start()
    visitor.open("/lawyer")
    assert visitor.address == "/q/2"
