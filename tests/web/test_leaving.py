"""Leaving: a clearing page, a dead cookie, a neutral page; nothing comes back."""

from conftest import made
from test_walks import QUIET
from visitor import Visitor


def test_leaving_overwrites_the_cookie_and_ends_on_a_neutral_page(visitor):
    visitor.begin("es")
    visitor.walk(QUIET)
    sealed = visitor.client.get_cookie("visit").value
    response = visitor.client.get("/leave")
    assert 'content="0; url=/leave/es"' in response.text
    first = visitor.client.get_cookie("visit").value
    response = visitor.client.get("/leave/es")
    second = visitor.client.get_cookie("visit").value
    assert len({sealed, first, second}) == 3
    assert (response.status_code, response.headers["Location"]) == (303, "/left/es")
    page = visitor.open("/left/es")
    assert page.title.strip() == "Listo"
    assert "Próximos" not in page.html and "inmigra" not in page.html


def test_after_leaving_no_page_shows_an_answer(visitor):
    visitor.begin()
    visitor.walk(QUIET)
    visitor.client.get("/leave")
    for address in ("/check", "/next-steps", "/q/5"):
        page = visitor.open(address)
        assert page.status == 410 and page.heading == "This visit has ended"
    assert "/check" not in [link["href"] for link in visitor.open("/").links]


def test_leaving_may_lead_to_a_page_of_the_operators_choice():
    visitor = Visitor(made(leave_to="https://weather.example/").test_client())
    assert visitor.client.get("/leave/en").headers["Location"] == "https://weather.example/"
