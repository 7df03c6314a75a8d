"""A whole small day by HTTP: twelve people, three devices, everybody of the team."""

import re

import pytest
from answers import LONGEST, QUIET
from at_tablet import answered, code_on, fields_of, number_on
from open_event import HOST

from interview.desk.pages.front import SEAL_LETTERS as SEAL

pytestmark = pytest.mark.content
PEOPLE = [QUIET, {**QUIET, "state": "TX"}, LONGEST] * 4


def ticket_for(door, language="es", **more):
    """Give a ticket at the door; return its number and the code of a device."""
    assert door.do("/desk-door", "give", language=language, **more).status_code == 303
    door.get("/desk-door")
    return number_on(door.page), code_on(door.page)


def handed_in(device, answers):
    """Answer, hand in, and return the page with the slip."""
    answered(device, answers)
    found = device.post("/hand-in", {"csrf_token": device.token})
    assert found.headers["Location"] == "/handed"
    device.follow("/handed")
    return device.page


def signed(reviewer, **choices):
    """Sign the ticket that a reviewer holds."""
    usual = {"outcome": "information", "agreed": "agree", "agreement": "signed"}
    return reviewer.do("/desk-sign", "sign", **{**usual, **choices})


def called(reviewer):
    """Call the next person; return the number."""
    reviewer.do("/desk-reviews", "call")
    reviewer.get("/desk-reviews")
    return number_on(reviewer.page)


def test_twelve_people_go_through_all_stations(event):
    door, out = event.member("door"), event.member("exit")
    reviewers = [event.member("reviewer"), event.member("reviewer", 2)]
    tablets = [event.tablet() for _ in range(3)]
    numbers = []
    for turn, answers in enumerate(PEOPLE):
        number, code = ticket_for(door)
        tablet = tablets[turn % 3]
        assert tablet.join(code).headers["Location"] == "/"
        page = handed_in(tablet, answers)
        assert f">{number} · " in page
        assert tablet.post("/clear", {"csrf_token": tablet.token}).headers["Location"] == "/ticket"
        numbers.append(number)
    seen = []
    for turn in range(len(PEOPLE)):
        reviewer = reviewers[turn % 2]
        number = called(reviewer)
        assert reviewer.get("/desk-review").status_code == 200
        assert signed(reviewer, hand_over=["next_steps"]).headers["Location"] == "/desk-reviews"
        out.do("/desk-exit", "show", number=number)
        out.get("/desk-exit")
        assert number_on(out.page) == number
        out.do("/desk-exit", "print", number=number, paper="next_steps")
        assert out.get("/desk-paper").status_code == 200
        out.do("/desk-exit", "done", number=number)
        seen.append(number)
    assert sorted(seen) == sorted(numbers)
    assert {one.state for one in event.desk.every()} == {"done"}


def test_what_presses_now_is_called_first(event):
    door, reviewer = event.member("door"), event.member("reviewer")
    first, code = ticket_for(door)
    other, other_code = ticket_for(door, **{"yes-held": "1"})
    for one in (code, other_code):
        tablet = event.tablet()
        tablet.join(one)
        handed_in(tablet, QUIET)
    assert [called(reviewer), signed(reviewer) and called(reviewer)] == [other, first]


def test_before_review_a_person_sees_lane_and_first_steps_and_no_more(event):
    _, code = ticket_for(event.member("door"))
    tablet = event.tablet()
    tablet.join(code)
    page = handed_in(tablet, LONGEST)
    own = event.desk.content.desk.review.own_page.wait
    assert str(own.to_self) in page
    for title in ("programs", "flags"):
        assert f'id="{title}"' not in page
    assert tablet.get("/steps").headers["Location"] == "/handed"
    assert tablet.get("/q").headers["Location"] == "/handed"


def test_after_sign_off_the_result_opens_on_the_persons_own_phone(event):
    _, code = ticket_for(event.member("door"))
    phone, reviewer = event.tablet(), event.member("reviewer")
    phone.join(code)
    handed_in(phone, QUIET)
    called(reviewer)
    signed(reviewer)
    assert phone.get("/steps").status_code == 200


def test_no_device_asks_with_a_number_of_its_choice_how_far_another_ticket_is(event):
    """The label beside the slip is sealed: one that was written by hand is none."""
    door, reviewer = event.member("door"), event.member("reviewer")
    phones = [event.tablet(), event.tablet()]
    for phone in phones:
        _, code = ticket_for(door)
        phone.join(code)
        handed_in(phone, QUIET)
    called(reviewer)
    signed(reviewer)
    name = "__Host-handed-443"
    [ours, theirs] = [one.client.get_cookie(name, domain=HOST).value for one in phones]
    assert [one.get("/steps").status_code for one in phones] == [200, 303]
    forged = theirs[:SEAL] + ours[SEAL:]
    for value in (forged, ours[SEAL:], ""):
        phones[1].client.set_cookie(name, value, domain=HOST, secure=True)
        assert phones[1].get("/steps").status_code == 303


def test_a_second_look_is_somebody_elses_and_starts_from_what_was_chosen(event):
    _, code = ticket_for(event.member("door"))
    tablet, student = event.tablet(), event.member("student")
    tablet.join(code)
    handed_in(tablet, QUIET)
    number = called(student)
    signed(student, outcome="brief_advice")
    reviewer = event.member("reviewer")
    reviewer.do("/desk-reviews", "second")
    reviewer.get("/desk-reviews")
    assert number_on(reviewer.page) == number
    reviewer.get("/desk-sign")
    assert re.search(r'value="brief_advice"[^>]* checked', reviewer.page)


def test_what_changed_is_seen_before_signing(event):
    _, code = ticket_for(event.member("door"))
    tablet, reviewer = event.tablet(), event.member("reviewer")
    tablet.join(code)
    handed_in(tablet, QUIET)
    called(reviewer)
    site = event.app.extensions["next_steps"]
    reviewer.do("/desk-review", "change", fact="state")
    reviewer.get("/desk-change")
    typed = fields_of(site, reviewer.page, {**QUIET, "state": "TX"})
    sent = {"csrf_token": reviewer.token, "do": "save", **typed}
    assert reviewer.post("/desk-change", sent).headers["Location"] == "/desk-review"
    for address in ("/desk-review", "/desk-sign"):
        reviewer.get(address)
        assert 'class="changed"' in reviewer.page
    reviewer.do("/desk-review", "undo")
    reviewer.get("/desk-review")
    assert 'class="changed"' not in reviewer.page


def test_a_slip_of_another_ticket_is_refused(event):
    door, helper = event.member("door"), event.member("helper")
    slips = {}
    for _ in range(2):
        number, code = ticket_for(door)
        tablet = event.tablet()
        tablet.join(code)
        slips[number] = re.search(r'class="groups">([^<]+)<', handed_in(tablet, QUIET))[1]
    (one, slip), (other, _) = slips.items()
    helper.do("/desk-scan", "scan", number=other, code=slip)
    assert helper.note() == "wrong_slip"
    helper.do("/desk-scan", "scan", number=one, code="NOT A SLIP")
    assert helper.note() == "no_slip"
    helper.do("/desk-scan", "scan", number=one, code=slip.lower())
    assert helper.note() == "taken_in"


def test_paper_is_typed_in_for_a_ticket(event):
    door, helper = event.member("door"), event.member("helper")
    number, _ = ticket_for(door)
    assert helper.do("/desk-floor", "paper", number=number).headers["Location"] == "/q"
    helper.follow("/q")
    assert f">{number} · " in helper.page and 'name="whole"' in helper.page
    assert helper.get("/desk-floor").status_code == 200


def test_a_raised_hand_reaches_the_helpers_and_is_taken_down(event):
    door, helper = event.member("door"), event.member("helper")
    number, code = ticket_for(door)
    tablet = event.tablet()
    tablet.join(code)
    tablet.follow("/")
    first = event.app.extensions["next_steps"].path.pages[0][0]
    codes = event.app.extensions["next_steps"].forms.codes[first.id]
    tablet.post("/", {"csrf_token": tablet.token, first.id: codes["self"]})
    tablet.follow("/q")
    tablet.post("/hand", {"csrf_token": tablet.token, "up": "1"})
    helper.get("/desk-floor")
    assert "raised" in helper.page
    helper.do("/desk-floor", "lower", number=number)
    helper.get("/desk-floor")
    assert "raised" not in helper.page
    tablet.get("/q")
    assert 'name="up" value="1"' in tablet.page


def test_question_pages_of_a_device_have_one_size(event):
    """Whoever counts the bytes on the air learns no answer from a page's length."""
    _, code = ticket_for(event.member("door"))
    tablet = event.tablet()
    tablet.join(code)
    sizes = set()
    get = tablet.client.get

    def weighed(address, **options):
        if address == "/q":
            zipped = get(address, headers={"Accept-Encoding": "gzip"}, **options)
            if zipped.status_code == 200:
                sizes.add(len(zipped.data))
        return get(address, **options)

    tablet.client.get = weighed
    answered(tablet, LONGEST)
    assert len(sizes) == 1
