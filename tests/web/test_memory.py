"""What the process keeps of people who have left: no day, no line, no file after a crash."""

import gc
import logging
import resource

import pytest
from answers import QUIET
from hypothesis import given
from hypothesis import strategies as st
from visitor import Visitor, made, site_of

from interview.rules import dates
from interview.summary import inline
from interview.summary.html import _convert
from interview.web import Settings, SettingsError, create_app

DAY = "2004-08-17"
MARKS = (DAY, "August 17, 2004", "17 de agosto de 2004")


def remembered(app):
    """All that can still be reached in this process and names the day of the visitor."""
    gc.collect()
    day = dates.parse(DAY)
    found = []
    for one in gc.get_objects():
        parts = [*one, *one.values()] if isinstance(one, dict) else one
        if isinstance(one, dates.Interval) and one == day:
            found.append(one)
        elif isinstance(one, (dict, list, tuple, set, frozenset)):
            found += [p for p in parts if isinstance(p, str) and any(m in p for m in MARKS)]
    return [one for one in found if one is not day and one not in (MARKS, *MARKS)]


@pytest.mark.parametrize("language", ["en", "es"])
def test_after_a_visit_nothing_in_the_process_names_its_days(app, language):
    # Made-up people of other tests in this process may have the same day.
    before = {id(one): one for one in remembered(app)}
    visitor = Visitor(app.test_client())
    visitor.next_steps({**QUIET, "first_arrival_date": DAY, "last_entry_date": DAY}, language)
    visitor.open("/lawyer")
    shown = visitor.page.html
    assert any(mark in shown for mark in MARKS)
    visitor.leave()
    del visitor, shown
    assert [one for one in remembered(app) if id(one) not in before and one is not before] == []


@given(st.text(alphabet="aB 1.-*&<>_\\`'\"#[]()!\n~:;,", max_size=24))
def test_a_plain_line_is_the_same_html_whether_it_is_converted_or_not(text):
    assert inline(text) == _convert(text)


def test_no_crash_writes_the_memory_of_the_server_to_disk():
    made()
    assert resource.getrlimit(resource.RLIMIT_CORE)[0] == 0


def test_a_fault_while_telling_of_a_fault_says_nothing_of_what_was_typed(monkeypatch, caplog):
    app = made()
    app.testing = False
    visitor = Visitor(app.test_client())
    visitor.start()

    def fault(*_, **__):
        raise RuntimeError("secret answer")

    monkeypatch.setattr(site_of(app).path, "lay_out_asked", fault)
    monkeypatch.setattr(site_of(app).templates, "get_template", fault)
    caplog.set_level(logging.DEBUG)
    response = visitor.client.get("/q")
    assert (response.status_code, response.mimetype) == (500, "text/plain")
    assert "secret answer" not in caplog.text + response.text
    assert caplog.text.count("RuntimeError at") == 2
    posted = visitor.client.post("/q", data=visitor.page.hidden)
    assert (posted.status_code, posted.data) == (303, b"")


def test_leaving_works_while_every_template_is_broken(monkeypatch, visitor, app):
    visitor.start()

    def fault(*_, **__):
        raise RuntimeError

    monkeypatch.setattr(site_of(app).templates, "get_template", fault)
    response = visitor.client.post("/leave", data=visitor.page.hidden)
    assert (response.status_code, response.headers["Location"]) == (303, "/left/en")
    assert len(response.headers.getlist("Set-Cookie")) == 3


# ---------------------------------------------------------------- the clock of the machine


def test_a_day_before_the_last_legal_check_is_refused_unless_somebody_says_so(content):
    checked = content.law.last_legal_check
    before = checked.replace(year=1970)
    with pytest.raises(SettingsError, match="before the last legal check"):
        create_app(Settings(started=before))
    assert create_app(Settings(started=before, as_of=before)) is not None
    assert create_app(Settings(started=checked)) is not None


def test_a_clock_that_steps_back_while_it_is_served_screens_for_no_earlier_day(content):
    later = content.law.last_legal_check.replace(year=2090)
    assert Settings(started=later).today() == later
