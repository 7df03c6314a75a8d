"""Pictures of what people see, for eyes: run with NEXT_STEPS_PICTURES naming a folder."""

import pytest
from answers import LANES, RED
from browser import NEEDS_CHROMIUM, PICTURES, hand_over, show
from spoken import LANGUAGES
from visitor import finished, otherwise_no, page_of

pytestmark = [
    *NEEDS_CHROMIUM,
    pytest.mark.skipif(not PICTURES, reason="NEXT_STEPS_PICTURES names no folder"),
]
LOOKS = [
    (language, width, scheme)
    for language in LANGUAGES
    for width in (360, 1280)
    for scheme in ("light", "dark")
]


@pytest.mark.parametrize(("language", "width", "scheme"), LOOKS)
def test_pictures_of_the_pages_that_matter_most(
    app, base, new_page, pictures, language, width, scheme
):
    viewport = {"width": width, "height": 800}
    page = new_page(viewport=viewport, locale=language, color_scheme=scheme)

    def take(name):
        # As high as the page: a bar that stays below would stand in the middle otherwise.
        high = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size({"width": width, "height": high})
        page.screenshot(path=pictures / f"{name}-{language}-{width}-{scheme}.png")
        page.set_viewport_size({"width": width, "height": 800})

    page.goto("/")
    take("start")
    someone = finished(app, otherwise_no(app, RED), language)
    for name, address in (
        ("question", page_of(app, "any_arrest")),
        ("date", page_of(app, "first_arrival_date")),
        ("check", "/check"),
        ("lawyer", "/lawyer"),
    ):
        show(page, base, someone, address)
        take(name)
    show(page, base, someone, page_of(app, "first_arrival_date"))
    page.fill("[maxlength='4']", "20")
    page.click("main form button >> nth=0")
    page.wait_for_selector(".problem")
    take("error")
    for lane, answers in LANES.items():
        hand_over(page.context, base, finished(app, otherwise_no(app, answers), language))
        page.goto("/steps")
        assert page.get_attribute("[data-lane]", "data-lane") == lane
        take(f"next-steps-{lane}")
        page.screenshot(path=pictures / f"first-{lane}-{language}-{width}-{scheme}.png")
