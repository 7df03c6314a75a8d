"""What a browser's profile keeps on disk after somebody left: nothing that tells an answer."""

import os
import shutil
import sqlite3

import pytest
from answers import QUIET
from browser import CHROMIUM, NEEDS_CHROMIUM, Person, press
from playwright.sync_api import sync_playwright
from visitor import site_of

pytestmark = NEEDS_CHROMIUM
AUDIT = os.environ.get("NEXT_STEPS_AUDIT") == "1"
PEOPLE = {
    "never arrested": {**QUIET, "any_arrest": "no"},
    "arrested": {**QUIET, "any_arrest": "yes", "any_conviction": "no"},
    "convicted": {**QUIET, "any_arrest": "yes", "any_conviction": "yes"},
}
WRONG_YEAR = "19x7"
# What a profile may hold besides: the browser's own files have words of the language too.
LONG_ENOUGH = 9


class Profile:
    """A browser with a folder of its own, as a person's has one."""

    def __init__(self, playwright, folder, with_script):
        self.folder = folder
        self.context = playwright.chromium.launch_persistent_context(
            folder,
            executable_path=CHROMIUM,
            args=["--no-sandbox"],
            ignore_default_args=["--disable-back-forward-cache"],
            java_script_enabled=with_script,
            locale="en-US",
        )

    def history(self):
        """The addresses that it remembers, each with its title and how often it was seen."""
        copy = self.folder / "history.db"
        shutil.copyfile(self.folder / "Default" / "History", copy)
        rows = sqlite3.connect(copy).execute(
            "select url, title, (select count(*) from visits where visits.url = urls.id) from urls"
        )
        return {(url.split("/", 3)[3], title): count for url, title, count in rows.fetchall()}

    def finds(self, text):
        """The files of the profile that hold a text, as bytes of either kind."""
        wanted = (text.encode(), text.encode("utf-16-le"))
        files = [path for path in self.folder.rglob("*") if path.is_file()]
        return [path.name for path in files if any(one in path.read_bytes() for one in wanted)]


def whole_visit(page, base, answers, pages):
    """Answer with one mistake and two steps back on the way, see the end, leave."""
    page.set_default_timeout(10_000)
    page.goto(base)
    person = Person(page, base, "en", 1280, None)
    tokens = []
    person.answer({"answering_for": "self"})
    for number in range(pages):
        if page.locator(".answers").count():
            break
        if page.locator("[name=birth_date-year]").count() and number < 30:
            page.fill("[name=birth_date-year]", WRONG_YEAR)
            press(page)
            assert page.locator(".problem").count() == 1
            tokens.append(page.input_value("#answers [name=csrf_token]", strict=True))
        if number in (2, 4):
            press(page, "#back button")
        person.answer(answers)
    if page.locator(".answers").count():
        press(page, "main a[rel=next]")
        page.wait_for_selector("[data-lane]")
    page.click(".leave")
    page.wait_for_url("**/left/en")
    return tokens


@pytest.fixture(scope="module")
def profiles(base, tmp_path_factory):
    """The profile of each person after the browser was closed; whole visits in `make audit`."""
    made = {}

    def make(name, with_script, pages):
        if (name, with_script) not in made:
            folder = tmp_path_factory.mktemp("profile")
            with sync_playwright() as playwright:
                profile = Profile(playwright, folder, with_script)
                page = profile.context.pages[0]
                profile.tokens = whole_visit(page, base, PEOPLE[name], pages)
                profile.context.close()
            made[name, with_script] = profile
        return made[name, with_script]

    return make


@pytest.mark.sampled(2)
@pytest.mark.parametrize("with_script", [True, False], ids=["with script", "without"])
def test_no_file_of_the_profile_holds_what_was_typed_or_chosen(app, profiles, with_script):
    profile = profiles("convicted" if with_script else "arrested", with_script, 80 if AUDIT else 9)
    questions = site_of(app).content.questions
    facts = [question.id for question in questions if len(question.id) >= LONG_ENOUGH]
    values = [value for question in questions for value in question.value_ids
              if len(value) >= LONG_ENOUGH and "_" in value]  # fmt: skip
    assert profile.tokens and len(facts) > 40 and len(values) > 40
    searched = [WRONG_YEAR, "csrf_token", *profile.tokens, *facts, *values]
    everything = b"".join(p.read_bytes() for p in profile.folder.rglob("*") if p.is_file())
    found = [text for text in searched
             if text.encode() in everything or text.encode("utf-16-le") in everything]  # fmt: skip
    assert {text: profile.finds(text) for text in found} == {}


@pytest.mark.parametrize("person", PEOPLE if AUDIT else ["convicted"])
def test_with_script_the_history_does_not_grow_with_the_pages(profiles, person):
    found = profiles(person, True, 80 if AUDIT else 9).history()
    asked = {key: count for key, count in found.items() if key[0] == "q"}
    # Whoever leaves from a page gives it the title of the neutral one.
    [(_, title)] = asked
    assert title in ("Next Steps", "Blank page") and asked["q", title] <= 3
    assert {key for key in found if key[0] != "q"} <= {
        ("", "Immigration: one step at a time. – Next Steps"), ("steps", "Next Steps"),
        ("left/en", "Blank page"),
    }  # fmt: skip
