"""A sheet on the web: a helper chooses a file, and sees who in it needs a lawyer first."""

import io
import os
import re
import tempfile

import openpyxl
import pytest
from browser import in_a_browser
from visitor import OWN, Visitor, made

from interview.content import LANES
from interview.web.listening import bodies, open_server
from interview.web.protection import LARGEST_FILE
from interview.web.site import MOST_PEOPLE
from interview.web.visit import waiting

WITH_FILE = "multipart/form-data; boundary=x"
MARKER = "Zweibruecken"
HEADINGS = ["Ticket", "detained", "any_arrest", "last_entry_date", "Notes"]
ROWS = [
    ["A-1", "no", "no", "2007-06-15", ""],
    ["A-2", "Sí", "No", "2007-06-15", ""],
    ["A-3", "no", "yes", "June 2007", "came late"],
    ["A-4", "perhaps", "no", "2007-06-15", ""],
]


def as_text(delimiter, rows=ROWS, headings=HEADINGS):
    return "\n".join(delimiter.join(row) for row in [headings, *rows]).encode()


def as_book():
    book = openpyxl.Workbook()
    for row in [HEADINGS, *ROWS]:
        book.active.append(row)
    made_file = io.BytesIO()
    book.save(made_file)
    return made_file.getvalue()


FILES = {
    "people.csv": as_text(","),
    "semicolons.csv": as_text(";"),
    "people.tsv": as_text("\t"),
    "people.txt": as_text("\t").decode().encode("utf-16"),
    "people.xlsx": as_book(),
}


def body_of(form, name, file):
    """What a browser posts: made by hand, since the test client puts a large file on disk."""
    fields = [
        f'--x\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'
        for key, value in form.items()
        if value is not None
    ]
    head = f'--x\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
    return "".join([*fields, head]).encode() + file + b"\r\n--x--\r\n"


@pytest.fixture(autouse=True)
def _nobody_waits(app):
    waits(app).clear()


@pytest.fixture
def helper(app):
    """Sends a file from the page, as a browser does, and goes where the answer leads."""

    def sent(file, name="people.csv", language="en", visitor=None, headers=OWN, **fields):
        visitor = visitor or Visitor(app.test_client())
        visitor.begin(language)
        visitor.open("/people")
        body = body_of({**visitor.page.hidden, "partial": "1", **fields}, name, file)
        response = visitor.client.post(
            "/people", data=body, content_type=WITH_FILE, headers=headers
        )
        assert (response.status_code, response.data) == (303, b"")
        visitor._arrive(response, "/people")
        return visitor

    return sent


def words_of(app):
    return app.extensions["next_steps"].content.papers.people


def said(app, text, language="en", **words):
    """What a text of the content says, as it stands on a page."""
    found = app.extensions["next_steps"].speakers[language, "self"].plain(text)
    return " ".join(found.format(**words).split())


def listed(visitor):
    """The lane and the number of each person, from the top."""
    rows = re.findall(r'data-lane="(\w+)"><th[^>]*>([^<]*)<', visitor.page.html)
    return [(lane, ticket.strip()) for lane, ticket in rows]


def waits(app):
    return app.extensions["next_steps visits"].waiting._kept


# ---------------------------------------------------------------- what is shown


@pytest.mark.parametrize("name", FILES)
def test_each_kind_of_file_shows_who_is_first(helper, name):
    visitor = helper(FILES[name], name)
    found = listed(visitor)
    assert visitor.address == "/people"
    assert {ticket for _, ticket in found} == {"A-1", "A-2", "A-3"}
    assert found[0] == ("red", "A-2")
    assert [LANES.index(lane) for lane, _ in found] == sorted(LANES.index(one) for one, _ in found)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("fact", ["hearing_soon", "fears_return", "case_stage"])
def test_a_column_that_no_question_has_is_named_with_the_heading_it_may_mean(
    app, helper, language, fact
):
    questions = {one.id: one for one in app.extensions["next_steps"].content.questions}
    # The same words in another order are no heading that is known, nor nearly one.
    heading = " ".join(reversed(said(app, questions[fact].short, language).split()))
    text = helper(f"id,detained,{heading}\n7,no,yes\n".encode(), language=language).page.text
    shown = f"“{said(app, questions[fact].short, language)}”"
    assert shown in text.partition(said(app, words_of(app).unread, language))[2]


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_whole_page_says_lane_why_refusals_and_columns_in_words(app, helper, language):
    people, page = words_of(app), helper(FILES["people.csv"], language=language).page
    site = app.extensions["next_steps"]
    chips = {lane.id: said(app, lane.chip, language) for lane in site.content.wording.lanes}
    custody = next(flag for flag in site.content.flags if flag.id == "detained").name
    for expected in (
        said(app, people.found, language, count=3),
        said(app, people.so_far, language, count=3),
        chips["red"],
        said(app, custody, language),
        said(app, people.refused, language, count=1),
        said(app, people.row, language, number=5),
        said(app, people.column, language, letter="B"),
        said(app, people.changed, language, count=2),
        said(app, people.forgotten, language, count=15),
        said(app, people.limit, language, number=1, count=500),
    ):
        assert expected in page.text
    assert "perhaps" in page.text
    assert said(app, people.column, language, letter="E") in page.text
    # No word of a program: lane, how soon and why are all.
    assert not any(said(app, one.name, language) in page.text for one in
                   site.content.programs.values())  # fmt: skip


def test_in_spanish_a_refused_cell_has_its_remedy_in_spanish(app, helper):
    page = helper(FILES["people.csv"], language="es").page
    assert said(app, words_of(app).remedies.choice, "es") in page.text


def test_the_language_is_changed_without_the_file(app, helper):
    visitor = helper(FILES["people.csv"])
    visitor.open("/lang/es?to=/people")
    assert said(app, words_of(app).found, "es", count=3) in visitor.page.text
    assert listed(visitor)[0] == ("red", "A-2")


def test_both_languages_stand_side_by_side(app, helper, visitor):
    helper(FILES["people.csv"], visitor=visitor)
    visitor.open("/both/on?to=/people")
    for language in ("en", "es"):
        found = said(app, words_of(app).found, language, count=3)
        assert found in visitor.page.text


def test_a_blank_cell_is_not_asked_yet_or_is_not_known(helper):
    rows = as_text(",", [["A-1", "no", "", "", ""]])
    asked, unknown = helper(rows), helper(rows, partial=None)
    assert "Before the end" in asked.page.text.split("Choose another sheet")[-2]
    assert listed(asked) != listed(unknown)


def test_two_people_with_one_number_are_told(app, helper):
    rows = as_text(",", [ROWS[0], ROWS[0]])
    assert said(app, words_of(app).twice, values="A-1") in helper(rows).page.text


def test_a_column_of_names_is_not_read_and_the_helper_is_warned(app, helper):
    rows = as_text(",", [[MARKER, *ROWS[0]]], ["Last name", *HEADINGS])
    page = helper(rows).page
    warned = said(app, words_of(app).of_people, values="…").partition("…")[0]
    assert warned in page.text and MARKER not in page.html


def test_what_is_written_in_a_sheet_is_text_on_the_page(helper):
    rows = as_text(",", [["<b>x</b>", "<i>no</i>", "no", "", ""]], [*HEADINGS[:4], "<u>N</u>"])
    page = helper(rows).page
    assert not any(mark in page.html for mark in ("<b>x", "<i>no", "<u>N"))


# ---------------------------------------------------------------- what is refused


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    ("file", "problem"),
    [
        (b"", "no_file"),
        (b"one,two\n1,2\n", "no_headings"),
        (as_text(",", []), "no_people"),
        (as_text(",", [["", "no", "no", "2007", ""]] * (MOST_PEOPLE + 1)), "many"),
        (b"PK\x03\x04broken", "no_workbook"),
        (b"\xd0\xcf\x11\xe0old", "old_office"),
        (b"x" * (LARGEST_FILE + 1), "too_large"),
        (b"x" * (3 * LARGEST_FILE), "too_large"),
        (as_text(",", [["", "no", "no", "6/7/2007", ""]]), "order"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_shown_is_answered_with_what_to_do(
    app, helper, language, file, problem
):
    visitor = helper(file, language=language)
    text = getattr(words_of(app).problems, problem)
    assert said(app, text, language, number=1, count=MOST_PEOPLE) in visitor.page.text
    assert listed(visitor) == []
    assert "--" not in visitor.page.own_text


def test_the_order_of_days_is_asked_for_only_where_the_sheet_needs_it(helper):
    rows = as_text(",", [["A-1", "no", "no", "6/7/2007", ""]])
    visitor = helper(FILES["people.csv"])
    assert "dates" not in visitor.page.fields
    visitor = helper(rows, visitor=visitor)
    assert "Row 2, column D ( last_entry_date ): “ 6/7/2007 ”" in visitor.page.text
    assert [one["value"] for one in visitor.page.fields["dates"]] == ["mdy", "dmy"]
    for order, day in (("mdy", "June 7, 2007"), ("dmy", "July 6, 2007")):
        assert day in helper(rows, visitor=visitor, dates=order).page.text


@pytest.mark.parametrize(
    "headers",
    [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example"}, {}],
)
def test_a_file_from_another_site_is_not_read(app, helper, headers):
    before = len(waits(app))
    helper(FILES["people.csv"], headers=headers, csrf_token="x")
    assert len(waits(app)) == before


@pytest.mark.parametrize("more", [{"who": "x"}, {"dates": "ymd"}, {"partial": "2"}])
def test_strange_fields_are_refused(app, helper, more):
    before = len(waits(app))
    helper(FILES["people.csv"], **more)
    assert len(waits(app)) == before


# ---------------------------------------------------------------- what is kept, and how long


def test_nothing_of_a_sheet_is_put_on_a_disk(helper, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    opened = []
    monkeypatch.setattr(tempfile, "TemporaryFile", lambda *a, **k: opened.append(a))
    monkeypatch.setattr(tempfile, "NamedTemporaryFile", lambda *a, **k: opened.append(a))
    large = FILES["people.csv"] + b"\n" * 900_000
    assert listed(helper(large))[0] == ("red", "A-2")
    assert (opened, os.listdir(tmp_path)) == ([], [])


def test_what_waits_is_sealed_and_the_cookie_alone_does_not_open_it(app, helper):
    visitor = helper(as_text(",", [[MARKER, "yes", "no", "", ""]]))
    assert MARKER in visitor.page.text
    assert not any(MARKER.encode() in sealed for _, sealed in waits(app).values())
    other = Visitor(app.test_client())
    [cookie] = [one for one in visitor.client._cookies.values() if one.key.startswith("waits")]
    other.client.set_cookie(cookie.key, cookie.value)
    other.open("/people")
    assert MARKER not in other.page.text


@pytest.mark.parametrize("how", ["leave", "late", "restarted"])
def test_a_list_is_forgotten(app, helper, later, how):
    visitor = helper(FILES["people.csv"])
    before = len(waits(app))
    if how == "leave":
        visitor.leave()
        assert len(waits(app)) == before - 1
    elif how == "late":
        later(waiting.WAITING_SECONDS + 1)
    else:
        waits(app).clear()
    visitor.open("/people")
    assert listed(visitor) == [] and "A-2" not in visitor.page.text
    gone = said(app, words_of(app).problems.gone)
    assert (gone in visitor.page.text) is (how != "leave")


def test_the_next_file_and_a_new_visit_take_the_place_of_a_list(app, helper):
    visitor = helper(FILES["people.csv"])
    helper(FILES["people.tsv"], visitor=visitor)
    assert len(waits(app)) == 1
    visitor.start()
    assert len(waits(app)) == 0


def test_a_visit_that_is_open_goes_on_beside_a_list(helper, visitor):
    visitor.start()
    before = visitor.cookies["half"], visitor.cookies["visit"]
    helper(FILES["people.csv"], visitor=visitor)
    assert listed(visitor)[0] == ("red", "A-2")
    assert (visitor.cookies["half"], visitor.cookies["visit"]) == before


def test_only_a_few_lists_wait_and_the_next_is_told_to_try_again(app, helper):
    for _ in range(waiting.MOST_WAITING):
        helper(FILES["people.csv"])
    full = helper(FILES["people.csv"])
    assert said(app, words_of(app).problems.busy) in full.page.text


def test_no_get_changes_what_waits(app, helper):
    visitor = helper(FILES["people.csv"])
    before = dict(waits(app)), visitor.cookies
    for _ in range(2):
        visitor.open("/people")
    assert (dict(waits(app)), visitor.cookies) == before


def test_a_fault_while_a_sheet_is_read_logs_no_answer(monkeypatch, caplog):
    app = made()
    app.testing = False
    visitor = Visitor(app.test_client())
    visitor.open("/people")

    def fault(*_):
        raise RuntimeError(MARKER)

    monkeypatch.setattr(type(app.extensions["next_steps"].sheet_reader), "open", fault)
    form = {**visitor.page.hidden, "file": (io.BytesIO(as_text(",")), MARKER)}
    assert visitor.client.post("/people", data=form, headers=OWN).status_code == 303
    assert caplog.text and MARKER not in caplog.text


def test_at_a_kiosk_a_list_lives_no_longer_than_a_visit():
    app = made(kiosk=True)
    assert app.extensions["next_steps visits"].waiting.seconds == 300


# ---------------------------------------------------------------- around it


def test_an_empty_sheet_can_be_had_and_comes_back_as_nobody(app, helper, visitor):
    for language in ("en", "es"):
        found = visitor.client.get(f"/paper/sheet/{language}")
        assert found.status_code == 200
        text = helper(found.data, "sheet.xlsx").page.text
        assert said(app, words_of(app).problems.no_people) in text


def test_without_the_library_the_page_says_that_workbooks_are_not_read(app, helper, monkeypatch):
    from interview.web.pages import people

    monkeypatch.setattr(people, "_has_books", lambda: False)
    page = helper(FILES["people.csv"]).page
    assert said(app, words_of(app).file_without_books) in page.text
    assert ".xlsx" not in page.fields["file"][0]["accept"]


def test_a_helper_finds_the_page_from_about(app, visitor):
    visitor.open("/about")
    assert "/people" in [link["href"] for link in visitor.page.links]


def test_the_server_holds_a_file_in_memory_and_lets_go_what_is_too_long(app):
    """Large, larger than is held, and too many at once: each is answered kindly."""
    import http.client
    import threading

    server = open_server(app, "127.0.0.1", 0)
    threading.Thread(target=server.run, daemon=True).start()
    answers = []
    for size in (LARGEST_FILE - 1_000, 2 * LARGEST_FILE, 9 * LARGEST_FILE):
        line = http.client.HTTPConnection("127.0.0.1", server.ports[0], timeout=60)
        file = FILES["people.csv"]
        body = body_of({}, "a.csv", file + b"\n" * (size - len(file)))
        line.request("POST", "/people", body,
                     {**OWN, "Content-Type": WITH_FILE,
                      "Cookie": f"say-{server.ports[0]}=x"})  # fmt: skip
        answer = line.getresponse()
        cookies = "".join(answer.headers.get_all("Set-Cookie"))
        answers.append((answer.status, answer.getheader("Location"), "ptl" in cookies))
        line.close()
    server.close()
    assert answers == [(303, "/people", False), (303, "/people", True), (303, "/people", True)]
    assert len(bodies._held) <= 1


# ---------------------------------------------------------------- in a browser


@in_a_browser
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_helper_in_a_browser_reads_the_lanes_and_prints(app, new_page, tmp_path, language):
    path = tmp_path / "people.csv"
    path.write_bytes(as_text(",", [*ROWS, *([["B", "no", "no", "2007", ""]] * 80)]))
    page = new_page(address=f"/lang/{language}?to=/people", viewport={"width": 320, "height": 640})
    small = """[...document.querySelectorAll('main :is(a,button,summary,input:not([type=hidden]))')]
        .filter(one => one.checkVisibility() && !one.closest('.tile')
            && one.getBoundingClientRect().height < 47.5).map(one => one.outerHTML.slice(0, 90))"""
    wide = "document.documentElement.scrollWidth"
    for _ in range(2):
        assert page.evaluate(small) == []
        assert page.evaluate(wide) <= 320
        page.set_input_files("#file", str(path))
        page.click("#sheet button")
        page.wait_for_selector(".who")
    lanes = page.locator(".who tbody tr")
    chips = {lane.id: said(app, lane.chip, language) for lane in
             app.extensions["next_steps"].content.wording.lanes}  # fmt: skip
    assert chips["red"] in lanes.first.inner_text()
    assert lanes.count() == 83
    heights = "[...document.querySelectorAll('.who tbody tr')].map(one => one.offsetHeight)"
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 700, "height": 900})
    # Three lines at most: what nobody asked is named too.
    assert max(page.evaluate(heights)) < 75
    printed = page.pdf(format="Letter")
    assert 1 < printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page ") <= 6
