"""Every kind of page has room for another language: longer by 40 %, or from right to left."""

import pytest
from answers import LONGEST, RED
from browser import BEYOND, CUT_OFF, OPEN_ALL, WIDE, in_a_browser, serving, show
from click.testing import CliRunner
from test_access import KINDS, READ_ONLY
from visitor import Visitor, finished, made, otherwise_no, page_of

from interview.cli.main import main
from interview.languages import PSEUDO, read_catalog, texts
from interview.languages.catalogs import in_context, without_context

DIRECTIONS = {"en-XA": "ltr", "ar-XB": "rtl"}
# What stands beside the left edge in English stands beside the right edge here.
AT_THE_START = """() => {
    const beside = (selector) => {
        const box = document.querySelector(selector).getBoundingClientRect();
        return box.left < window.innerWidth - box.right ? 'left' : 'right'; };
    return [getComputedStyle(document.body).direction, beside('.name')]; }"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pseudo") / "copy"
    done = CliRunner().invoke(main, ["texts", "--pseudo", str(folder)])
    assert done.exit_code == 0
    assert done.output == f"Look at it with: interview serve --questions {folder}/questions\n"
    return folder


@pytest.fixture(scope="module")
def app(copy):
    return made(questions=copy / "questions")


@pytest.fixture(scope="module")
def base(app):
    with serving(app) as address:
        yield address


def pages(app, code):
    """Every kind of page, with someone who may see it: also a mistake, and both languages."""
    red = finished(app, otherwise_no(app, RED), code)
    both = finished(app, otherwise_no(app, LONGEST), code)
    both.open("/check")
    both.show_both()
    questions = [page_of(app, fact) for fact in KINDS]
    yield from ((address, red) for address in (*READ_ONLY, f"/left/{code}", *questions))
    for visitor in (red, both):
        yield from ((address, visitor) for address in ("/check", "/next-steps", "/lawyer"))
    yield from ((address, both) for address in ("/", "/urgent", *questions))


@pytest.mark.parametrize("code", PSEUDO)
def test_every_text_is_written_in_it(copy, content, code):
    written = [m for m in read_catalog(copy / "translations", code) if m.id]
    found = {in_context(str(m.id), m.context or ""): str(m.string) for m in written}
    wanted = texts.wanted(content)
    assert found == {known: PSEUDO[code](without_context(known)) for known in wanted}


def test_the_longer_one_is_longer_by_40_percent_and_keeps_what_is_put_in():
    english = "As of {date}, **do not sign**."
    longer = PSEUDO["en-XA"](english)
    assert longer == "Áš ööf {date}, **döö ñööt šîîgñ**. ñöñ ñöñ"
    assert len(longer) >= 1.4 * len(english)
    assert PSEUDO["ar-XB"](english) == "אר נו {date}, **דנ מנש רהפמ**."


@pytest.mark.sampled(8)
@in_a_browser
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("code", PSEUDO)
def test_no_page_scrolls_sideways_or_cuts_text_off(app, base, new_page, code, width):
    page = new_page(viewport={"width": width, "height": 800})
    wrong = []
    for address, visitor in pages(app, code):
        show(page, base, visitor, address)
        if address != "/left/en":
            assert page.locator("html").get_attribute("lang") == code, address
        page.evaluate(OPEN_ALL)
        wrong += [(address, "sideways")] if page.evaluate(WIDE) > 0 else []
        wrong += [(address, "beyond", one) for one in page.evaluate(BEYOND)]
        wrong += [(address, "cut off", one) for one in page.evaluate(CUT_OFF)]
    assert wrong == []


@pytest.mark.sampled(3)
@in_a_browser
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("code", PSEUDO)
def test_a_page_begins_where_its_language_begins(app, base, new_page, code, width):
    page = new_page(finished(app, otherwise_no(app, RED), code), "/steps",
                    viewport={"width": width, "height": 800})  # fmt: skip
    side = {"ltr": "left", "rtl": "right"}[DIRECTIONS[code]]
    assert page.evaluate(AT_THE_START) == [DIRECTIONS[code], side]


def test_the_language_beneath_has_a_direction_of_its_own(app):
    visitor = Visitor(app.test_client())
    visitor.start("ar-XB")
    visitor.client.get("/both/on?to=/urgent")
    page = visitor.client.get("/urgent").text
    assert '<html lang="ar-XB" dir="rtl">' in page
    assert '<span class="also" lang="en" dir="ltr">Someone is held</span>' in page
