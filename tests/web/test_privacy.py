"""Nothing of an answer leaves the sealed cookie; nothing is kept, framed, or fetched elsewhere."""

import gzip
import logging
import re

from answers import MARKED
from visitor import OWN

MARKERS = ("2003", "2013", "WY", "voted", "mental", "client", "overstayed", "final_order")


class Watching:
    """A client that keeps every address, status, header and body."""

    def __init__(self, client):
        self.client, self.seen = client, []

    def get(self, address, **options):
        return self._keep(address, self.client.get(address, **options))

    def post(self, address, **options):
        return self._keep(address, self.client.post(address, **options))

    def _keep(self, address, response):
        self.seen.append((address, response))
        return response


def test_marker_answers_are_in_no_address_title_header_or_log(visitor, caplog):
    caplog.set_level(logging.DEBUG)
    visitor.client = watching = Watching(visitor.client)
    visitor.next_steps(MARKED)
    visitor.open("/q/999")
    visitor.open("/nothing")
    written = [address for address, _ in watching.seen]
    written += [page.title for _, page in visitor.seen]
    written += [record.getMessage() for record in caplog.records]
    written += [f"{k}: {v}" for _, r in watching.seen for k, v in r.headers if k != "Set-Cookie"]
    # Letters of chance may spell a marker.
    written = [re.sub(r"'nonce-[\w-]+'", "", text) for text in written]
    for marker in MARKERS:
        assert [text for text in written if marker in text] == [], marker


def test_every_response_is_kept_by_nobody_and_carries_the_headers(visitor):
    visitor.client = watching = Watching(visitor.client)
    visitor.next_steps({})
    for address in ("/urgent", "/map", "/nothing", "/left/en"):
        visitor.open(address)
    watching.post("/urgent")
    for address, response in watching.seen:
        headers = response.headers
        assert headers["Cache-Control"] == "no-store", address
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert "Server" not in headers


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites(visitor):
    for base, name, secure in (
        ("http://localhost:8000", "{}-8000", ""),
        ("https://localhost", "__Host-{}-443", "Secure; "),
    ):
        visitor.open("/")
        posted = dict(visitor.page.coded([("answering_for", "self")]))
        response = visitor.client.post("/", base_url=base, data=posted, headers=OWN)
        found = {c.partition("=")[0]: c for c in response.headers.getlist("Set-Cookie")}
        assert set(found) == {name.format(what) for what in ("visit", "half", "alive", "say")}
        for what in ("visit", "alive", "say"):
            cookie = found[name.format(what)]
            assert cookie.endswith(f"; {secure}HttpOnly; Path=/; SameSite=Lax"), cookie
        # Our own script erases this half of the key when there is no network.
        assert found[name.format("half")].endswith(f"; {secure}Path=/; SameSite=Lax")
    secure = visitor.client.get("/", base_url="https://localhost")
    assert secure.headers["Strict-Transport-Security"] == "max-age=31536000"


def test_only_a_static_file_asked_for_by_its_hash_may_be_kept(visitor):
    page = visitor.open("/")
    [style] = [f["href"] for t, f in page.elements if t == "link" and f["rel"] == "stylesheet"]
    kept = visitor.client.get(style)
    assert kept.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert visitor.client.get(style.partition("?")[0]).headers["Cache-Control"] == "no-store"


def test_pages_come_compressed_to_browsers_that_take_it(visitor):
    plain = visitor.client.get("/urgent")
    zipped = visitor.client.get("/urgent", headers={"Accept-Encoding": "gzip"})
    assert zipped.headers["Content-Encoding"] == "gzip"
    mark = re.compile(rb'nonce="[^"]+"')
    assert mark.sub(b"", gzip.decompress(zipped.data)) == mark.sub(b"", plain.data)


def test_the_first_visit_is_three_small_files(visitor):
    zipped = {"Accept-Encoding": "gzip"}
    page = visitor.open("/")
    named = [f.get("href") or f.get("src") for t, f in page.elements if t in ("link", "script")]
    files = [address for address in named if address]
    sizes = [len(visitor.client.get(a, headers=zipped).data) for a in ("/", *files)]
    assert len(sizes) == 3
    assert sum(sizes) <= 14_600


def test_every_question_page_is_at_most_4_kb_compressed(visitor):
    visitor.next_steps(MARKED)
    sizes = {address: len(gzip.compress(page.html.encode(), 6)) for address, page in visitor.seen
             if address.startswith("/q/")}  # fmt: skip
    assert max(sizes.values()) <= 4_096, sizes
