"""Letters twice as large, a phone on its side: nothing is fixed, and the question is in view."""

import json
from pathlib import Path

import pytest
import reading
from browser import NEEDS_CHROMIUM, launched
from spoken import COMPLETE

pytestmark = [*NEEDS_CHROMIUM, pytest.mark.slow]
PEOPLE = json.loads((Path(__file__).parents[1] / "bench/twelve_people.json").read_text())
PHONE, ON_ITS_SIDE = {"width": 360, "height": 740}, {"width": 740, "height": 360}
SEEN = """() => {
  const bottom = one => Math.round(one.getBoundingClientRect().bottom);
  const title = document.querySelector('main h1'), legends = document.querySelectorAll('legend');
  const asked = legends.length > 1 ? [title, legends[0]] : [title];
  const styles = [...document.querySelectorAll('body *')].map(one => getComputedStyle(one));
  return {
    question: Math.max(...asked.map(bottom)),
    leave: bottom(document.querySelector('.leave')),
    sideways: document.documentElement.scrollWidth - innerWidth,
    fixed: styles.filter(style => ['fixed', 'sticky'].includes(style.position)).length,
  };
}"""


# Letters of that many pixels, as the owner of a browser may set them: ours are an eighth larger.
USUAL, LARGE = 16, 28


def seen(base, letters, viewport, language):
    """Yield what is seen of each question page, and of the check."""
    with launched(f"--blink-settings=defaultFontSize={letters}") as browser:
        page = browser.new_context(viewport=viewport, java_script_enabled=False).new_page()
        page.goto(f"{base}/lang/{language}?to=/")
        while page.evaluate(reading.FIELDS):
            if page.url.endswith("/q"):
                yield page.evaluate(SEEN)
            reading.fill(page, PEOPLE[2]["answers"])
            page.locator(reading.ANSWERED).first.click()
            page.wait_for_load_state()
        yield page.evaluate(SEEN)


@pytest.mark.sampled(2)
@pytest.mark.parametrize("language", COMPLETE)
def test_with_letters_twice_as_large_the_whole_question_is_on_the_first_screen(base, language):
    pages = list(seen(base, LARGE, PHONE, language))
    assert len(pages) > 25
    for page in pages:
        assert page["question"] < PHONE["height"] and page["leave"] < PHONE["height"] / 8
        assert (page["sideways"], page["fixed"]) == (0, 0)


def test_on_a_phone_on_its_side_nothing_is_fixed_and_the_way_out_comes_first(base):
    for page in seen(base, USUAL, ON_ITS_SIDE, "es"):
        assert page["leave"] < ON_ITS_SIDE["height"] / 4
        assert (page["sideways"], page["fixed"]) == (0, 0)


def test_with_usual_letters_the_way_out_stays_at_the_bottom(base):
    for page in list(seen(base, USUAL, PHONE, "en")):
        assert page["fixed"] == 1 and page["leave"] > PHONE["height"] * 7 / 8
