"""Going on another day: a slip is made on any page, opened elsewhere, and kept nowhere."""

import io
import re

import pytest
from people import QUIET, people
from visitor import AS_OF, OWN, Visitor, made, page_of

from interview.paper import new_event_key, read_event_key, word_list
from interview.paper.slip import sealed
from interview.web.visit import requested

KEY = b"e" * 32


@pytest.fixture(scope="module")
def event_app():
    return made(event_key=KEY)


def ticked(page):
    """The code and the words of the slip on a page."""
    code = re.search(r'class="groups">([^<]+)<', page.html)[1]
    words = re.search(r'class="four">([^<]+)<', page.html)
    return code, words[1] if words else ""


def slip_of(visitor):
    """Go to the slip as a person does, from whatever page is shown."""
    way = ("to", "slip") if ("to", "slip") in visitor.page.buttons else ("show", "slip")
    assert way in visitor.page.buttons
    visitor.press([*visitor.page.kept(), way])
    return ticked(visitor.page)


def opened(app, code, words, **more):
    """Somebody on another device who opens a slip."""
    other = Visitor(app.test_client())
    other.open("/resume")
    other.press({"code": code, "words": words, **more})
    return other


def answers_of(app, visitor):
    """What is in the visit that a visitor's cookies carry."""
    with app.test_request_context("/", headers={"Cookie": cookies(visitor)}):
        app.preprocess_request()
        return requested().visit.answers


def cookies(visitor):
    return "; ".join(f"{one.key}={one.value}" for one in visitor.client._cookies.values())


# ---------------------------------------------------------------- made and opened


def test_a_finished_visit_goes_on_elsewhere_with_the_same_next_steps(app, make_visitor):
    for written in people(4, 61, AS_OF):
        visitor = make_visitor()
        before = visitor.next_steps(written).own_text
        other = opened(app, *slip_of(visitor))
        assert other.address == "/check"
        other.open(other.page.onward())
        assert other.page.own_text == before


@pytest.mark.parametrize("until", ["detained", "birth_date", "any_arrest", "family"])
def test_a_visit_goes_on_where_it_was_left(app, visitor, until):
    visitor.interview(QUIET, until=page_of(app, until))
    kept = answers_of(app, visitor)
    other = opened(app, *slip_of(visitor))
    assert other.address == page_of(app, until)
    assert answers_of(app, other) == kept


@pytest.mark.parametrize(
    ("answers", "until"), [({**QUIET, "detained": "yes"}, "/break-out"), (QUIET, "/check")]
)
def test_from_a_break_out_and_from_the_check_a_slip_is_made_too(app, visitor, answers, until):
    visitor.interview(answers, until=until)
    kept = answers_of(app, visitor)
    assert answers_of(app, opened(app, *slip_of(visitor))) == kept


def test_what_was_typed_and_not_sent_is_kept_when_somebody_goes_to_the_slip(app, visitor):
    visitor.interview(QUIET, until=page_of(app, "birth_date"))
    visitor.press([("birth_date-year", "1990"), ("to", "slip")])
    visitor.open("/q")
    assert visitor.page.fields["birth_date-year"][0]["value"] == "1990"


def test_a_spanish_slip_opens_in_spanish_and_its_words_are_spanish(app, make_visitor):
    visitor = make_visitor()
    visitor.next_steps(QUIET, "es")
    code, words = slip_of(visitor)
    assert set(words.split()) <= set(word_list("es").words)
    other = opened(app, code, words)
    assert '<html lang="es"' in other.page.html


def test_each_time_it_is_a_new_slip_and_the_old_one_still_opens(app, visitor):
    visitor.next_steps(QUIET)
    first = slip_of(visitor)
    visitor.open("/steps")
    second = ticked(visitor.page)
    assert first != second
    for code, words in (first, second):
        assert opened(app, code, words).address == "/check"
    assert opened(app, first[0], second[1]).address == "/resume"


def test_back_from_the_slip_leads_to_the_steps_or_the_questions(app, make_visitor):
    done = make_visitor()
    done.next_steps(QUIET)
    slip_of(done)
    assert done.press([("show", "steps")]) and done.address == "/next-steps"
    midway = make_visitor()
    midway.interview(QUIET, until=page_of(app, "birth_date"))
    slip_of(midway)
    midway.open(midway.page.onward())
    assert midway.address == page_of(app, "birth_date")


# ---------------------------------------------------------------- as a file, and for a lawyer


def test_a_file_of_a_slip_is_read_whatever_stands_around_its_code(app, visitor):
    visitor.next_steps(QUIET)
    code, words = slip_of(visitor)
    other = Visitor(app.test_client())
    other.open("/resume")
    file = io.BytesIO(f"This is a slip.\n\n{code[:80]}\n{code[80:]}\n".encode())
    form = {**other.page.hidden, "words": words, "code": "", "file": (file, "slip.txt")}
    response = other.client.post("/resume", data=form, headers=OWN)
    other._arrive(response, "/resume")
    assert other.address == "/check"


def test_a_lawyer_sees_the_sheet_in_english_and_no_page_of_questions(app, make_visitor):
    visitor = make_visitor()
    visitor.next_steps({**QUIET, "detained": "yes"}, "es")
    code, words = slip_of(visitor)
    lawyer = opened(app, code, words, for_lawyer="1")
    assert lawyer.address == "/lawyer"
    assert "Sheet for a lawyer" in lawyer.page.text


def test_at_an_event_a_slip_for_its_lawyer_opens_with_the_key_and_no_words(event_app, app):
    visitor = Visitor(event_app.test_client())
    visitor.next_steps(QUIET)
    visitor.press([("show", "hand_over")])
    code, words = ticked(visitor.page)
    assert words == ""
    assert opened(event_app, code, "", for_lawyer="1").address == "/lawyer"
    elsewhere = opened(app, code, "")
    assert "another event" in elsewhere.page.text


def test_without_an_event_nothing_is_handed_over(visitor):
    visitor.next_steps(QUIET)
    assert ("show", "hand_over") not in visitor.page.buttons
    assert visitor.press([("show", "hand_over")]).status == 400


# ---------------------------------------------------------------- what is wrong


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda code, words: (code, "plum kettle tulip prairie"), "do not open this slip"),
        (lambda code, words: (code, ""), "do not open this slip"),
        (lambda code, words: (code[:-1], words), "A part of the code is wrong"),
        (lambda code, words: ("", words), "A part of the code is wrong"),
    ],
)
def test_what_does_not_open_is_said_and_the_code_need_not_be_typed_again(
    app, visitor, change, said
):
    visitor.next_steps(QUIET)
    code, words = change(*slip_of(visitor))
    other = opened(app, code, words)
    assert other.address == "/resume"
    assert said in other.page.text
    kept = re.search(r"<textarea[^>]*>([^<]*)</textarea>", other.page.html)[1]
    assert kept.replace(" ", "") == code.replace(" ", "")


@pytest.mark.parametrize("typed", ["tulip prairie kettle plum", "Maria Lopez", "A" * 60])
def test_what_is_no_code_is_kept_nowhere(app, typed):
    other = opened(app, typed, "")
    assert other.address == "/resume"
    assert "slip" not in other.cookies
    assert typed not in other.page.html


def test_leaving_takes_a_refused_code_along(app, visitor):
    visitor.next_steps(QUIET)
    code, _ = slip_of(visitor)
    other = opened(app, code, "not these words")
    assert "slip" in other.cookies
    other.leave()
    assert "slip" not in other.cookies


def test_where_too_many_make_slips_at_once_the_steps_say_so(visitor, monkeypatch):
    monkeypatch.setattr(sealed, "_MOST_SECONDS", 0)
    visitor.next_steps(QUIET)
    with sealed._STRETCHING:
        visitor.press([("show", "slip")])
    assert visitor.address == "/next-steps"
    assert "Try again in a moment" in visitor.page.text


def test_a_year_that_no_slip_holds_is_said_where_it_can_be_changed(visitor):
    visitor.next_steps({**QUIET, "birth_date": "1802"})
    visitor.press([("show", "slip")])
    assert visitor.address == "/next-steps"
    assert "too long ago for a slip" in visitor.page.text


def test_nothing_of_a_slip_stands_in_an_address_or_in_a_cookie_after_it_opened(app, visitor):
    visitor.next_steps(QUIET)
    code, words = slip_of(visitor)
    wrong = opened(app, code, "not these words")
    wrong.press({"code": code, "words": words})
    assert wrong.address == "/check"
    assert "slip" not in wrong.cookies
    assert {address.partition("?")[0] for address, _ in wrong.seen} <= {"/resume", "/check", "/q"}


def test_a_post_from_another_site_or_with_strange_fields_opens_nothing(app, make_visitor):
    visitor = make_visitor()
    visitor.next_steps(QUIET)
    code, words = slip_of(visitor)
    good, far = {"code": code, "words": words}, {"Sec-Fetch-Site": "cross-site"}
    for form, headers in (
        (good, far),
        ({**good, "name": "x"}, OWN),
        ({**good, "code": code + "A" * 5_000}, OWN),
    ):
        other = Visitor(app.test_client())
        other._arrive(other.client.post("/resume", data=form, headers=headers), "/resume")
        assert other.address in ("/cookies", "/resume")
        assert "half" not in other.cookies


def test_a_post_of_a_slip_answers_303_whatever_comes_of_it(app, visitor):
    visitor.next_steps(QUIET)
    code, words = slip_of(visitor)
    for posted in ({"code": code, "words": words}, {"code": code, "words": "x"}, {"code": "x"}):
        response = app.test_client().post("/resume", data=posted, headers=OWN)
        assert response.status_code == 303
        assert response.get_data() == b""


# ---------------------------------------------------------------- what is seen from outside


@pytest.mark.sampled(2)
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_slip_page_has_one_size_whoever_it_is(app, make_visitor, language):
    sizes = set()
    crowd = [QUIET, {**QUIET, "detained": "yes"}, *people(3, 62, AS_OF)]
    for written in crowd:
        visitor = make_visitor()
        visitor.next_steps(written, language)
        slip_of(visitor)
        response = visitor.client.get("/steps", headers={"Accept-Encoding": "gzip"})
        sizes.add(len(response.get_data()))
    assert len(sizes) == 1


def test_the_camera_is_asked_for_on_one_page_only(visitor):
    for address in ("/", "/resume", "/urgent"):
        policy = visitor.client.get(address).headers["Permissions-Policy"]
        assert ("camera=(self)" in policy) is (address == "/resume")


def test_a_key_that_serve_made_is_the_one_it_reads(tmp_path):
    path = tmp_path / "key"
    assert new_event_key(path) == read_event_key(path)
