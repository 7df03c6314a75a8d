"""An address typed from paper leads to its page; below another address nothing is served."""

import gzip

import pytest
from visitor import made

from interview.cli import main
from interview.web import SettingsError

SHORT = ("/urgent", "/words", "/privacy", "/about", "/map", "/people", "/q", "/steps")
WAYS = (str.upper, str.title, "{}/".format, "{}//".format, "{}.".format, "{} ".format)


@pytest.mark.parametrize("written", WAYS)
@pytest.mark.parametrize("address", SHORT)
def test_slashes_capitals_and_full_stops_lead_to_the_page_that_was_meant(visitor, address, written):
    found = visitor.client.get("/", environ_overrides={"PATH_INFO": written(address)})
    wanted = visitor.client.get(address)
    meant = [(303, address)] + ([(200, None)] if written(address) == address else [])
    assert (found.status_code, found.headers.get("Location")) in meant
    assert wanted.status_code in (200, 303)


@pytest.mark.parametrize("address", ["/nothing/", "/URGEN", "/urgent/now", "//elsewhere.example",
                                     "//elsewhere", "/static/PRINT.JS"])  # fmt: skip
def test_what_is_no_page_of_ours_is_none_however_it_is_written(visitor, address):
    found = visitor.client.get("/", environ_overrides={"PATH_INFO": address})
    assert (found.status_code, found.headers.get("Location")) == (404, None)


def test_where_every_page_leads_from_a_short_address_nothing_goes_round(visitor):
    for address in SHORT:
        response, steps = visitor.client.get(address.upper() + "/"), 0
        while response.status_code == 303:
            response, steps = visitor.client.get(response.headers["Location"]), steps + 1
            assert steps < 4
        assert response.status_code == 200


def test_a_sub_path_is_refused_at_the_start_with_a_sentence(monkeypatch, runner):
    monkeypatch.setenv("SCRIPT_NAME", "/steps")
    with pytest.raises(SettingsError, match=r"SCRIPT_NAME is /steps. .* only at the root"):
        made()
    found = runner.invoke(main, ["serve"])
    assert found.exit_code == 1
    assert "SCRIPT_NAME is /steps." in found.output and "Traceback" not in found.output


@pytest.mark.parametrize("nothing", ["", "/"])
def test_a_root_that_is_named_is_no_sub_path(monkeypatch, nothing):
    monkeypatch.setenv("SCRIPT_NAME", nothing)
    assert made().test_client().get("/").status_code == 200


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_where_a_server_mounts_it_below_another_address_every_page_says_what_to_do(app, method):
    found = app.test_client().open(
        "/urgent", method=method, environ_overrides={"SCRIPT_NAME": "/x"}
    )
    assert (found.status_code, found.mimetype) == (500, "text/plain")
    assert "works only at the root of a name" in found.text


TAKEN = {"gzip": True, "gzip;q=0": False, "gzip;q=0.0, *": False, "GZIP": True, "*": True,
         "*;q=0": False, "identity": False, "": False, "deflate, gzip;q=0.1": True,
         "x-gzipped": False}  # fmt: skip


@pytest.mark.parametrize("address", ["/", "/urgent", "/nothing", "/static/print.js"])
@pytest.mark.parametrize(("accepted", "is_zipped"), TAKEN.items())
def test_what_takes_no_gzip_gets_none_whatever_it_asks_for(visitor, address, accepted, is_zipped):
    found = visitor.client.get(address, headers={"Accept-Encoding": accepted})
    assert (found.headers.get("Content-Encoding") == "gzip") is is_zipped
    assert (gzip.decompress(found.data) if is_zipped else found.data).strip()
