"""The day that counts: said at the start, shown on the page, another one after midnight."""

import datetime
import time
from types import SimpleNamespace

import pytest
from answers import QUIET
from spoken import COMPLETE
from visitor import Visitor, site_of

from interview.cli import main, serve
from interview.web import Settings, create_app


@pytest.fixture
def said(monkeypatch, runner):
    """What `serve` prints, in a time zone."""
    monkeypatch.setattr(serve, "open_server", lambda *_: SimpleNamespace(run=lambda: None))

    def started(*options, zone=None):
        monkeypatch.setenv("TZ", zone) if zone is not None else monkeypatch.delenv("TZ", False)
        time.tzset()
        return runner.invoke(main, ["serve", "--port", "5791", *options])

    yield started
    monkeypatch.undo()
    time.tzset()


# The two lie a day apart for all but an hour of each day.
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "America/Los_Angeles",
                                  "UTC", "CST6CDT"])  # fmt: skip
def test_serve_says_which_day_counts_and_by_which_clock(said, zone):
    found = said(zone=zone)
    now = datetime.datetime.now().astimezone()
    assert found.exit_code == 0
    assert f"Screens as of today: {now.date()}" in found.output
    assert f"by this machine's clock ({now.tzname()})" in found.output
    assert "TZ sets the time zone" in found.output


def test_serve_says_that_one_day_is_held(said):
    found = said("--as-of", "2026-10-09")
    assert "Screens as of 2026-10-09, every day: --as-of says so." in found.output
    assert "by this machine's clock" not in found.output


@pytest.mark.parametrize("zone", ["America/Los_Angelos", "Nowhere", "../etc/passwd", "/etc/passwd"])
def test_serve_refuses_a_time_zone_that_there_is_not(said, zone):
    found = said(zone=zone)
    assert found.exit_code == 1
    assert "this machine knows no such time zone" in found.output
    assert "Traceback" not in found.output and "Open http" not in found.output


@pytest.mark.parametrize("language", COMPLETE)
def test_the_page_and_the_sheet_show_the_day_that_was_used(app, language):
    day = site_of(app).settings.today()
    visitor = Visitor(app.test_client())
    visitor.next_steps(QUIET, language)
    shown = str(site_of(app).speakers[language, "self"].tongue.date(day))
    assert shown in visitor.page.text
    visitor.open("/lawyer")
    assert shown in visitor.press([("language", language)]).text


@pytest.fixture
def calendar(monkeypatch):
    """A calendar on the wall, which a test turns: calendar.day."""
    wall = SimpleNamespace(day=datetime.date(2026, 11, 1))
    date = SimpleNamespace(today=lambda: wall.day)
    monkeypatch.setattr("interview.web.site.settings.datetime", SimpleNamespace(date=date))
    return wall


@pytest.mark.parametrize(("as_of", "before", "after"), [
    (None, "November 1, 2026", "November 2, 2026"),
    (datetime.date(2026, 10, 9), "October 9, 2026", "October 9, 2026"),
])  # fmt: skip
def test_at_midnight_the_day_changes_for_a_running_server_unless_it_is_held(
    calendar, as_of, before, after
):
    app = create_app(Settings(as_of=as_of, started=calendar.day))
    app.testing = True
    visitor = Visitor(app.test_client())
    visitor.next_steps(QUIET)
    assert before in visitor.page.text and "November 2, 2026" not in visitor.page.text
    calendar.day = datetime.date(2026, 11, 2)
    page = visitor.open("/next-steps")
    assert after in page.text and "November 1, 2026" not in page.text
