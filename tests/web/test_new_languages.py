"""Languages added by what the guide says alone: their check, pages, pairs, dates and cookie."""

import datetime
import re
import shutil
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from visitor import Visitor, made, site_of

from interview.authoring.texts import TextChecks
from interview.cli.main import main
from interview.languages import (
    MissingTranslation,
    catalog_file,
    read_catalog,
    read_languages,
    texts,
    tongue_of,
)
from interview.languages.catalogs import in_context
from interview.loading import ContentError, load, read

sys.path.append(str(Path(__file__).parents[1] / "languages"))
from new_language import (
    CODES,
    ENTRIES,
    added,
    copied,
    listed,
    said,
    translated,
    urgent_texts,
)

DAY = datetime.date(2012, 6, 15)
PARTNERS = {"pt": "en", "ht": "en", "zh-Hans": "es"}
LINES = {"pt": "Partes desta página ainda estão em inglês."}
ENGLISH_LINE = (
    '<p lang="en" dir="ltr">Parts of this page are not in your language yet. They are in English.'
)
IN_ENGLISH = '<span lang="en" dir="ltr">'


@pytest.fixture(scope="module")
def copy(content, tmp_path_factory):
    folder = copied(tmp_path_factory.mktemp("copy"))
    for code in CODES:
        added(folder, content, code)
    return folder


@pytest.fixture(scope="module")
def theirs(copy):
    return made(questions=copy / "questions")


def errors(copy):
    found = TextChecks(read(copy / "questions"), copy / "translations").run()
    return [(one.file, one.check, one.problem) for one in found if one.severity == "error"]


def test_check_finds_nothing_wrong_with_them(copy):
    assert errors(copy) == []


def test_check_asks_for_the_urgent_page_and_for_nothing_else(content, tmp_path):
    copy = copied(tmp_path)
    added(copy, content, "pt")
    catalog_file(copy / "translations", "pt").unlink()
    found = errors(copy)
    assert {check for _, check, _ in found} == {"missing_translation"}
    assert len(found) == len(urgent_texts(copy, content, "pt"))
    assert all(problem.startswith("there is nothing in Português for") for *_, problem in found)


def test_check_names_what_is_known_of_a_language_that_is_not_there(tmp_path):
    copy = copied(tmp_path)
    banned = copy / "questions" / "banned_words.yaml"
    with banned.open("a", encoding="utf-8") as file:
        file.write("pt:\n- {word: ilegal, why: culpa a pessoa}\n")
    (copy / "questions" / "guard" / "xx.yaml").write_text("signs: {}\n", encoding="utf-8")
    languages = copy / "translations" / "languages.yaml"
    text = languages.read_text(encoding="utf-8")
    languages.write_text(text.replace("- pages/frame", "- pages/fame"), encoding="utf-8")
    found = TextChecks(read(copy / "questions"), copy / "translations").run()
    # Texts that nobody has confirmed yet are another matter.
    assert {
        (one.file, one.severity, one.problem) for one in found if one.check != "unconfirmed"
    } == {
        ("questions/banned_words.yaml", "warning", 'there is no language "pt"'),
        ("questions/guard/xx.yaml", "warning", 'there is no language "xx"'),
        ("translations/languages.yaml", "error", 'nothing is said at "pages/fame"'),
    }


def test_banned_words_of_a_new_language_are_looked_for(content, tmp_path):
    copy = copied(tmp_path)
    added(copy, content, "pt")
    with (copy / "questions" / "banned_words.yaml").open("a", encoding="utf-8") as file:
        file.write(f"pt:\n- {{word: {said('officers')}, why: a test}}\n")
    assert {check for _, check, _ in errors(copy)} == {"banned_word"}


# ---------------------------------------------------------------- pages


def addresses(app, code):
    """Every address that a browser can ask for, with values that there are."""
    values = {
        "number": "1",
        "chosen": code,
        "language": code,
        "wanted": "on",
        "name": "mark.svg",
        "rest": "2",
    }
    for rule in app.url_map.iter_rules():
        if "GET" in rule.methods:
            yield re.sub(r"<(?:\w+:)?(\w+)>", lambda part: values[part[1]], rule.rule)


@pytest.mark.parametrize("code", CODES)
def test_every_address_has_a_page_in_their_language(theirs, code):
    for address in addresses(theirs, code):
        visitor = Visitor(theirs.test_client())
        visitor.start(code)
        response = visitor.client.get(address)
        assert response.status_code in (200, 303), address
        if response.status_code == 200 and response.mimetype == "text/html":
            assert f'<html lang="{code}">' in response.text, address


@pytest.mark.parametrize("code", CODES)
def test_someone_can_answer_everything_and_gets_next_steps(theirs, code):
    visitor = Visitor(theirs.test_client())
    page = visitor.next_steps({"detained": "yes"}, code)
    assert f'<html lang="{code}">' in page.html and IN_ENGLISH in page.html
    assert visitor.open("/lawyer").status == 200 and visitor.address == "/lawyer"


@pytest.mark.parametrize("code", CODES)
def test_the_urgent_page_has_no_english_and_other_pages_say_that_they_have(theirs, code):
    visitor = Visitor(theirs.test_client())
    visitor.start(code)
    urgent = visitor.client.get("/urgent").text
    assert IN_ENGLISH not in urgent and said("Someone is held") in urgent
    page = visitor.client.get("/q").text
    assert IN_ENGLISH in page
    assert LINES.get(code, ENGLISH_LINE) in page and LINES.get(code, ENGLISH_LINE) not in urgent


@pytest.mark.parametrize("code", CODES)
def test_both_languages_are_theirs_and_that_of_their_partner(theirs, code):
    visitor = Visitor(theirs.test_client())
    visitor.start(code)
    visitor.client.get("/both/on?to=/urgent")
    title = site_of(theirs).content.urgent_door.situations[0].title
    partner = site_of(theirs).speakers[PARTNERS[code], "self"].say(title)
    other = f'<span class="also" lang="{PARTNERS[code]}">'
    assert f"{said(title.to_self)} {other}{partner}</span>" in visitor.client.get("/urgent").text


def test_english_in_the_place_of_a_text_does_not_stand_twice(theirs):
    visitor = Visitor(theirs.test_client())
    visitor.next_steps({"detained": "yes"}, "ht")
    visitor.client.get("/both/on?to=/urgent")
    for address in ("/q/2", "/check", "/next-steps", "/urgent"):
        page = visitor.open(address).html
        assert re.findall(r'dir="ltr">([^<]+)</span> <span class="also" lang="en">\1<', page) == []


def test_a_flag_and_a_folder_are_said_as_soon_as_they_are_translated(content, tmp_path):
    copy = copied(tmp_path)
    added(copy, content, "pt")
    [held] = [flag for flag in content.flags if flag.id == "detained"]
    [red] = [lane for lane in content.wording.lanes if lane.id == "red"]
    translated(copy, content, "pt", [held.name.to_self, red.chip.to_self])
    page = Visitor(made(questions=copy / "questions").test_client()).next_steps(
        {"detained": "yes"}, "pt"
    )
    assert said(held.name.to_self) in page.html
    assert said(red.chip.to_self) in page.html and IN_ENGLISH in page.html


@pytest.mark.parametrize("code", ["en", "es"])
def test_the_languages_that_were_there_keep_each_other(theirs, code):
    speaker = site_of(theirs).pairs[code, "self"]
    assert speaker.other.language == {"en": "es", "es": "en"}[code]


def test_a_browser_of_their_language_gets_it(theirs):
    for asked, code in (("ht", "ht"), ("pt-BR,pt;q=0.9", "pt"), ("zh-CN,zh;q=0.9", "zh-Hans")):
        page = theirs.test_client().get("/", headers={"Accept-Language": asked})
        assert f'<html lang="{code}">' in page.text, asked


def test_no_language_shows_in_the_length_of_a_cookie(theirs):
    lengths = set()
    for code in ("en", "es", *CODES):
        visitor = Visitor(theirs.test_client())
        visitor.start(code)
        lengths.add(len(visitor.cookie))
        assert f'<html lang="{code}">' in visitor.client.get("/privacy").text
    assert len(lengths) == 1


# ---------------------------------------------------------------- dates


@pytest.mark.parametrize(
    ("code", "day", "month"),
    [("pt", "15 de junho de 2012", "junho de 2012"), ("ht", "15 jen 2012", "jen 2012"),
     ("zh-Hans", "2012年6月15日", "2012年6月")],
)  # fmt: skip
def test_each_writes_dates_in_its_own_way(copy, code, day, month):
    folder = copy / "translations"
    tongue = tongue_of(folder, read_languages(folder), code, "self")
    assert (tongue.date(DAY), tongue.month(DAY)) == (day, month)


def test_a_date_is_asked_in_the_order_of_the_language(theirs):
    orders = {code: site_of(theirs).speakers[code, "self"].date_order for code in ("en", *CODES)}
    assert orders == {
        "en": ["month", "day", "year"],
        "pt": ["day", "month", "year"],
        "ht": ["day", "month", "year"],
        "zh-Hans": ["year", "month", "day"],
    }


# ---------------------------------------------------------------- the command line


@pytest.mark.sampled(3)
@pytest.mark.parametrize("command", ["map", "review", "screen"])
@pytest.mark.parametrize("code", CODES)
def test_every_command_that_speaks_takes_them(copy, code, command):
    given = ["-"] if command == "screen" else []
    options = ["--questions", str(copy / "questions"), "--lang", code]
    done = CliRunner().invoke(main, [command, *given, *options], input="detained: yes")
    assert (done.exit_code, done.exception) == (0, None), done.output


def test_a_wrong_list_is_named_by_every_command_with_its_line(tmp_path):
    copy = copied(tmp_path)
    listed(copy, "- {code: pt, name: Português, partner: fr}\n")
    wrong = 'translations/languages.yaml:15: pt: there is no language "fr". Known: en, es, pt'
    commands = ([*["screen", "-"]], ["texts"], ["map", "--lang", "es"], ["review"], ["serve"])
    for command in commands:
        done = CliRunner().invoke(main, [*command, "--questions", str(copy / "questions")])
        assert done.exit_code in (1, 2) and wrong in done.output, command


@pytest.mark.parametrize("code", CODES)
def test_the_command_line_speaks_them(copy, code):
    options = ["--questions", str(copy / "questions"), "--lang", code]
    done = CliRunner().invoke(main, ["screen", "-", *options], input="detained: yes")
    assert done.exit_code == 0
    assert done.stdout.startswith(f"\n{said('Next Steps')}\n")
    # Signs that say where English begins are for pages: a terminal takes none.
    assert "\u2066" not in done.stdout


def test_a_language_that_is_not_listed_is_refused_with_those_that_are(copy):
    options = ["--questions", str(copy / "questions"), "--lang", "fr"]
    done = CliRunner().invoke(main, ["screen", "-", *options], input="detained: yes")
    assert done.exit_code == 2
    assert "'fr' is not one of 'en', 'es', 'pt', 'ht', 'zh-Hans'." in done.output


# ---------------------------------------------------------------- the list

WRONG = [
    ("- {code: portugues, name: Português}", '"portugues" is not a code such as es, mam or zh'),
    ("- {code: es, name: Español}", "es stands twice. Keep one of the two"),
    ("- {code: pt, name: Português, partner: fr}", 'there is no language "fr". '),
    ("- {code: pt, name: Português, partner: pt}", "a language is not its own partner"),
    ("- {code: ht, name: Kreyòl ayisyen}", "Babel does not know how it writes a date. Add dates:"),
    ("- {code: mam, name: Mam}", "Babel does not know how it writes a date. Add dates:"),
    ("- {code: pt, name: Português, direction: up}", 'direction: "up" is not allowed'),
    ("- {code: pt, nome: Português}", '"nome" is not a setting here. Did you mean "name"?'),
    ('- {code: pt, name: P, dates: {months: [a], day: "{day} {month} {year}", month: "{year}"}}',
     "a year has 12 months, and here are 1"),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "message"), WRONG, ids=[entry[:45] for entry, _ in WRONG])
def test_a_wrong_entry_is_reported_on_its_line(tmp_path, entry, message):
    copy = copied(tmp_path)
    listed(copy, f"{entry}\n")
    folder = copy / "translations"
    rows = (folder / "languages.yaml").read_text(encoding="utf-8").splitlines()
    with pytest.raises(ContentError) as refused:
        read_languages(folder)
    found = [p for p in refused.value.problems if message in p.message]
    assert [(p.file, p.line) for p in found] == [
        ("translations/languages.yaml", rows.index(entry) + 1)
    ]


def test_a_complete_language_never_says_english_in_the_place_of_a_text(copy, content):
    folder = copy / "translations"
    languages = read_languages(folder)
    complete = languages["pt"].model_copy(update={"complete": True})
    languages = languages.model_copy(update={"languages": (complete,)})
    with pytest.raises(MissingTranslation):
        tongue_of(folder, languages, "pt", "self").say(content.flags[0].name)


# ---------------------------------------------------------------- the guide


def test_the_command_of_the_guide_writes_the_urgent_page_first_and_says_what_is_missing(
    tmp_path, content
):
    copy = copied(tmp_path)
    listed(copy, ENTRIES["zh-Hans"])
    options = ["--questions", str(copy / "questions"), "--lang", "zh-Hans"]
    done = CliRunner().invoke(main, ["texts", *options])
    wanted = urgent_texts(copy, content, "zh-Hans")
    assert (done.exit_code, 110 <= len(wanted) <= 150) == (1, True)
    assert done.output.endswith(f"zh-Hans: {len(wanted)} texts, {len(wanted)} to do.\n")
    catalog = read_catalog(copy / "translations", "zh-Hans")
    written = [in_context(str(m.id), m.context or "") for m in catalog if m.id]
    assert written[: len(wanted)] == wanted and set(written) == set(texts.wanted(content))
    assert catalog_file(copy / "translations", "zh-Hans") == (
        copy / "translations" / "zh_Hans" / "LC_MESSAGES" / "messages.po"
    )


def test_a_claim_that_should_cover_a_complete_language_is_named(copy, tmp_path):
    pytest.importorskip("z3")
    from interview.authoring.claims import read_claims

    shutil.copytree(copy, tmp_path / "copy")
    file = tmp_path / "copy" / "translations" / "languages.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("  name: Português\n  complete: false\n", "  name: Português\n"))
    with pytest.raises(ContentError) as refused:
        read_claims(tmp_path / "copy" / "questions", load(tmp_path / "copy" / "questions"))
    said_of = {problem.message for problem in refused.value.problems}
    assert said_of == {'there are no words for pt here. Add a line "pt: [...]"'}
