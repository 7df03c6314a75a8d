"""A paper typed in with a keyboard alone: Tab, digits, and letters where a list has the focus."""

import pytest
from answers import LONGEST, QUIET
from browser import NEEDS_CHROMIUM, settle
from test_typed_from_paper import from_paper, marked  # noqa: F401
from visitor import DATE_FIELD

pytestmark = NEEDS_CHROMIUM
MOST_KEYS = 2_500
# What has the focus: the values of its boxes in their order, or the labels of its list by value.
FOCUSED = """() => {
  const one = document.activeElement, question = one.closest("fieldset");
  const boxes = question ? [...question.querySelectorAll("[type=radio], [type=checkbox]")] : [];
  const listed = [...(one.options || [])].map((o) => [o.dataset.value || o.value, o.text]);
  const values = boxes.map((box) => box.dataset.value || box.value);
  const kind = one.closest("main form .buttons, main form:not(.paper)") ? "on" : one.type;
  return { kind, name: one.name || "", values, listed: Object.fromEntries(listed) };
}"""


def digits(marks, name, values):
    """The digits for the boxes that are marked; 0 for the last of a question."""
    said = marks[name]
    listed = said if isinstance(said, list) else ["unsure" if said is None else said]
    numbers = [values.index(value) + 1 for value in listed or ["none"]]
    return ["0" if number == len(values) else str(number) for number in numbers]


def keys(marks, focus):
    """What is typed for the field with the focus; None where it stays as it is."""
    date = DATE_FIELD.fullmatch(focus["name"])
    if date:
        said = marks.get(date[1], "")
        written = said.split("-") if said else []
        parts = dict(zip(("year", "month", "day"), written, strict=False))
        if date[2] == "unsure":
            return ["0"] if said is None else None
        if date[2] not in parts:
            return None
        number = str(int(parts[date[2]]))
        return [focus["listed"][number]] if focus["listed"] else [number]
    if focus["name"] not in marks:
        return None
    if focus["listed"]:
        return [focus["listed"][marks[focus["name"]] or "unsure"]]
    return digits(marks, focus["name"], focus["values"])


def type_part(page, marks):
    """Go through a part with Tab, and press its button with Enter."""
    typed = set()
    for _ in range(MOST_KEYS):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUSED)
        if focus["kind"] == "on":
            page.evaluate("document.body.dataset.old = '1'")
            page.keyboard.press("Enter")
            page.wait_for_selector("body:not([data-old])", state="attached")
            return settle(page)
        if focus["name"] in typed:
            continue
        for said in keys(marks, focus) or ():
            page.keyboard.type(said)
            typed.add(focus["name"])
    raise AssertionError("the button was never reached")


@pytest.mark.sampled(3)
@pytest.mark.parametrize("person", [QUIET, LONGEST], ids=["quiet", "longest"])
def test_a_paper_is_typed_in_by_keyboard_alone(site, visitor, new_page, marked, person):  # noqa: F811
    page, parts = new_page(from_paper(visitor), "/q", locale="en-US"), []
    page.set_default_timeout(8_000)
    assert page.is_visible("#digits")
    while not page.query_selector("[name=change]"):
        part = page.inner_text("h1")
        # What is asked back, and what breaks out to be done today, only wants Enter once more.
        is_new = page.query_selector("form.paper") and part not in parts
        type_part(page, marked(person) if is_new else {})
        parts += [part] if is_new else []
    assert len(parts) == len(site.parts)
