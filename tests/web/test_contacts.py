"""Who can help and who runs the site, on the pages; and where Leave now leads."""

import datetime
import re
from pathlib import Path

import pytest
from answers import QUIET
from browser import NEEDS_CHROMIUM
from visitor import NEXT_STEPS, OWN, Visitor, made

from interview.authoring.check import content_check
from interview.cli import main, serve
from interview.content.folders import PACKAGE
from interview.loading import QUESTIONS, TRANSLATIONS
from interview.summary import STATIC
from interview.web import CONTACTS_VARIABLE, SettingsError, create_app

CONTACTS = Path(__file__).parents[1] / "data" / "contacts"
SIX, STALE = CONTACTS / "six.yaml", CONTACTS / "stale.yaml"
NAMES = {
    "en": ["Night Line", "Detention Project", "Proyecto Detenidos", "Court Clinic"],
    "es": ["Línea de Noche", "Proyecto Detenidos", "Detention Project", "Court Clinic"],
}


@pytest.fixture(scope="module")
def helped():
    """The application of an operator who names six people who can help."""
    return made(contacts=SIX)


def visiting(app, language="en"):
    visitor = Visitor(app.test_client())
    visitor.client.get(f"/lang/{language}?to=/")
    return visitor


def numbers(page):
    """What the links of a page dial."""
    return [link["href"] for link in page.links if link["href"].startswith("tel:")]


@pytest.mark.parametrize("language", ["en", "es"])
def test_urgent_help_says_whom_to_call_who_speaks_the_language_first(helped, language):
    page = visiting(helped, language).open("/urgent")
    places = [page.text.index(name) for name in NAMES[language]]
    assert places == sorted(places)
    assert "General" not in page.text
    first = {"en": "tel:2025550101", "es": "tel:2025550101"}[language]
    assert numbers(page)[0] == first and len(numbers(page)) == 4


def test_urgent_help_begins_with_officers_and_shows_the_words_to_say(helped):
    page = visiting(helped).open("/urgent")
    assert page.heading == "Officers are here or stopped me"
    assert page.text.index("I want a lawyer. I do not agree to a search.") < page.text.index(
        "Do not open the door."
    ) < page.text.index("Someone is held")  # fmt: skip


def test_links_dial_with_digits_extension_and_what_a_link_may_not_hold_as_it_is(helped):
    found = {address for one in NAMES for address in numbers(visiting(helped, one).open("/urgent"))}
    assert found == {
        "tel:2025550101", "tel:2025550102;ext=7", "tel:+12025550103", "tel:2025550104",
    }  # fmt: skip
    visitor = Visitor(helped.test_client())
    line = visitor.client.application.extensions["next_steps"].book.contacts.contacts[4]
    assert line.phone.number == "*2025550105#"


def test_the_operators_words_are_shown_as_they_stand_and_bring_in_no_tag(helped):
    page = visiting(helped).open("/urgent")
    assert "Floor 2 &lt;b&gt;north&lt;/b&gt; &amp; *left*" in page.html
    assert "Floor 2 <b>north</b> & *left*" in page.text


def test_both_languages_show_the_same_people_in_the_order_of_the_page(helped):
    visitor = visiting(helped, "es")
    visitor.client.get("/both/on?to=/urgent")
    page = visitor.open("/urgent")
    assert len(numbers(page)) == 4
    assert 'Línea de Noche <span class="also" lang="en">Night Line</span>' in page.html


def test_without_a_file_urgent_help_says_how_to_find_somebody_and_names_no_number(visitor):
    page = visitor.open("/urgent")
    assert numbers(page) == []
    for said in ("Justice Department", "List of Pro Bono Legal Service Providers", "state bar"):
        assert said in page.text
    assert "Whom to call" not in page.text


def test_an_entry_that_is_old_says_so_beside_the_number():
    page = visiting(made(contacts=STALE)).open("/urgent")
    assert page.text.count("Last checked in March 2026. Call first.") == 1
    assert page.text.count("Last checked in") == 1


WHO = [
    ("en", SIX, "Run by Example House, a made-up legal clinic. Not the government."),
    ("es", SIX, "De Casa Ejemplo, una clínica legal inventada. No es del gobierno."),
    ("en", None, "This page does not name who runs it. Not the government."),
    ("es", None, "Esta página no dice de quién es. No es del gobierno."),
]


@pytest.mark.parametrize(("language", "file", "said"), WHO)
def test_the_start_and_the_sources_say_who_runs_it_or_that_nobody_is_named(language, file, said):
    visitor = visiting(made(contacts=file), language)
    for address in ("/", "/about"):
        assert said in visitor.open(address).text, address


def test_the_start_says_immigration_free_no_names_and_how_long(visitor):
    page = visitor.open("/")
    assert page.heading == "Immigration: one step at a time."
    for said in ("Free.", "No name,", "About 10 minutes", "We are not your lawyers"):
        assert said in page.text, said


def test_each_door_of_the_start_leads_to_a_part_of_urgent_help_that_is_there(visitor):
    doors = [link["href"] for link in visitor.open("/").links if "#s" in link["href"]]
    ids = visitor.open("/urgent").ids
    assert [door.partition("#")[2] in ids for door in doors] == [True] * 5


def test_the_next_steps_carry_who_fits_the_person(helped, monkeypatch):
    """Wherever they are placed on the page, the summary has them."""
    visitor = Visitor(helped.test_client())
    seen = []
    site = helped.extensions["next_steps"]
    build = site.summarizer.build
    monkeypatch.setattr(
        site.summarizer, "build", lambda *given: seen.append(build(*given)) or seen[-1]
    )
    visitor.interview({**QUIET, "detained": "yes", "held_in": "CA"}, "es")
    visitor.open(NEXT_STEPS)
    assert [line.name for line in seen[-1].contacts] == [
        "Proyecto Detenidos", "Detention Project", "Línea de Noche", "Ayuda General",
    ]  # fmt: skip


class TestInABrowser:
    pytestmark = NEEDS_CHROMIUM

    def test_a_door_of_the_start_opens_the_part_that_it_leads_to(self, new_page):
        page = new_page(address="/")
        page.click("text=Court is soon")
        page.wait_for_url("**/urgent#s3")
        opened = (
            "[...document.querySelectorAll('details[open]')].map(one => one.closest('section').id)"
        )
        assert page.evaluate(opened) == ["s3"]


# ---------------------------------------------------------------- leaving


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("state", ["never", "open", "left"])
def test_leave_lands_on_a_page_that_says_nothing(app, language, state):
    visitor = visiting(app, language)
    if state != "never":
        visitor.interview(QUIET, language)
    if state == "left":
        visitor.client.post("/leave", data=visitor.page.hidden, headers=OWN)
    page = visitor.open(f"/left/{language}")
    blank = {"en": "Blank page There is nothing on this page.",
             "es": "Página en blanco No hay nada en esta página."}  # fmt: skip
    assert page.text == blank[language]
    assert page.title.strip() == page.heading and page.links[1:] == []


def test_an_operator_may_name_another_site_and_forms_may_lead_there():
    visitor = Visitor(made(contacts=STALE).test_client())
    visitor.start()
    page = visitor.client.get("/q")
    assert "form-action 'self' https://weather.example;" in page.headers["Content-Security-Policy"]
    assert 'data-then="https://weather.example/"' in page.text
    left = visitor.client.post("/leave", data=visitor.page.hidden, headers=OWN)
    assert (left.status_code, left.headers["Location"]) == (303, "https://weather.example/")


def test_a_shared_device_goes_back_to_its_start_whatever_the_file_says():
    visitor = Visitor(made(contacts=STALE, kiosk=True).test_client())
    visitor.start()
    left = visitor.client.post("/leave", data=visitor.page.hidden, headers=OWN)
    assert left.headers["Location"] == "/"


# ---------------------------------------------------------------- how it is started


@pytest.fixture
def started(runner, monkeypatch):
    """What `interview serve` says, and the file it serves with."""

    class _Server:
        def run(self):
            return None

    def started(*options, **environment):
        caught = {}

        def open_server(app, *_):
            caught["app"] = app
            return _Server()

        monkeypatch.setattr(serve, "open_server", open_server)
        found = runner.invoke(main, ["serve", "--port", "8149", *options], env=environment)
        app = caught.get("app")
        return found, app and app.extensions["next_steps"].settings.contacts

    return started


MISSING = "No --contacts: the pages name nobody to call and nobody who runs this."
WAYS = [
    ([], {}, None, 1),
    (["--contacts", str(SIX)], {}, SIX, 0),
    ([], {CONTACTS_VARIABLE: str(STALE)}, STALE, 0),
    (["--contacts", str(SIX)], {CONTACTS_VARIABLE: str(STALE)}, SIX, 0),
]


@pytest.mark.parametrize(("options", "environment", "file", "times"), WAYS)
def test_serve_takes_the_file_and_says_once_what_is_missing(
    started, options, environment, file, times
):
    found, used = started(*options, **environment)
    assert (found.exit_code, used, found.output.count(MISSING)) == (0, file, times)


def test_serve_refuses_a_file_with_mistakes_and_says_where(started, tmp_path):
    broken = tmp_path / "contacts.yaml"
    broken.write_text("run_by: {name: A}\ncontacts: [{name: B}]\n", encoding="utf-8")
    found, _ = started("--contacts", str(broken))
    assert found.exit_code == 1
    assert f'{broken}:2: "phone" is missing. Add a line "phone: ..."' in found.output
    found, _ = started("--contacts", str(tmp_path / "none.yaml"))
    assert found.exit_code == 1 and "Check that it is there" in found.output


def test_another_server_takes_the_file_from_the_environment(monkeypatch):
    monkeypatch.setenv(CONTACTS_VARIABLE, str(STALE))
    try:
        app = create_app()
    except SettingsError as error:
        pytest.skip(str(error))
    assert "Run by Example House." in app.test_client().get("/").text


# ---------------------------------------------------------------- check, and one person's file


def test_check_looks_at_the_file_of_contacts_too():
    def said(path, today):
        found = content_check.check_contacts(path, QUESTIONS, TRANSLATIONS, today)
        return [str(one).removeprefix(f"{path}:") for one in found]

    assert said(SIX, datetime.date(2026, 10, 2)) == []
    assert said(STALE, datetime.date(2026, 10, 2)) == [
        "8: warning: this was checked 201 days ago, more than 180. "
        "Call the number, and write the day of the call. [contacts]"
    ]
    assert said(SIX, datetime.date(2026, 9, 5)) == [
        "38: error: checked_on: 2026-09-06 has not come yet. Write the day when it was. [contacts]"
    ]


# ---------------------------------------------------------------- the product names no number

# Seven digits or more, in groups as phones are written; not dates, and no list of sections.
_PHONE = re.compile(
    r"(?<![\w.-])(?:\+?1[ .-])?(?:\([2-9]\d\d\) ?|[2-9]\d\d[ .-])?[2-9]\d\d[ .-]\d{4}(?![\w-])"
)
_LETTERS = re.compile(r"\b1[ -]?8\d\d[ -][A-Z]{4,}")


def shipped():
    """Every text that the product may say, but for the example, whose numbers are nobody's."""
    example = QUESTIONS / "examples" / "contacts.yaml"
    folders = [(QUESTIONS, "*.yaml"), (QUESTIONS.parent / "translations", "*.po"),
               (PACKAGE / "templates", "*.html"), (STATIC, "*.js")]  # fmt: skip
    for folder, kind in folders:
        yield from (path for path in sorted(folder.rglob(kind)) if path != example)


def test_the_product_itself_names_no_number_to_call():
    read = list(shipped())
    assert len(read) > 50
    found = {
        f"{path.name}: {number}"
        for path in read
        for pattern in (_PHONE, _LETTERS)
        for number in pattern.findall(path.read_text(encoding="utf-8"))
    }
    assert found == set()
    assert not any("tel:" in path.read_text(encoding="utf-8") for path in read
                   if path.name != "contacts.html")  # fmt: skip


def test_the_numbers_of_the_example_are_nobodys():
    text = (QUESTIONS / "examples" / "contacts.yaml").read_text(encoding="utf-8")
    found = _PHONE.findall(text)
    assert len(found) == 5
    assert all(re.search(r"202\W+555\W01\d\d", one) for one in found)
    assert _PHONE.search("Call 202-555-0142") and _LETTERS.search("1-800-LAWYERS")
