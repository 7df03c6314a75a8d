"""The headers of every kind of response: as strict as a browser can be told."""

import re

import pytest
from answers import QUIET

from interview.summary.html import STATIC

DIRECTIVES = {
    "default-src": ["'none'"],
    "style-src": ["'self'"],
    "img-src": ["'self'"],
    # Our own scripts post an answer without a new page.
    "connect-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
}
HEADERS = {
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Origin-Agent-Cluster": "?1",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-DNS-Prefetch-Control": "off",
    "X-Frame-Options": "DENY",
    "X-Permitted-Cross-Domain-Policies": "none",
    "X-Robots-Tag": "noindex, nofollow",
}
LISTEN = (STATIC / "listen.js").read_text(encoding="utf-8")
EVERYTHING_OFF = re.compile(r"[a-z-]+=\(\)(, [a-z-]+=\(\))*")
KINDS = {
    "a page": ("GET", "/", 200),
    "a question": ("GET", "/q", 200),
    "a redirect": ("GET", "/next-steps", 303),
    "a style sheet": ("GET", "/static/next_steps.css", 200),
    "a script": ("GET", "/static/print.js", 200),
    "no page": ("GET", "/nothing", 404),
    "a wrong method": ("DELETE", "/q", 405),
    "a post of another site": ("POST", "/q", 303),
    "a bare question": ("OPTIONS", "/q", 200),
}


@pytest.fixture
def ask(visitor):
    visitor.start()
    return visitor.client.open


def policy(response):
    """Return the directives of a response's policy by name; each stands there once."""
    parts = [part.split() for part in response.headers["Content-Security-Policy"].split(";")]
    assert len({name for name, *_ in parts}) == len(parts)
    return {name: values for name, *values in parts}


@pytest.mark.parametrize(("method", "address", "status"), KINDS.values(), ids=KINDS)
def test_every_kind_of_response_carries_every_header(ask, method, address, status):
    found = ask(address, method=method)
    assert found.status_code == status
    assert {name: found.headers.get(name) for name in HEADERS} == HEADERS
    assert EVERYTHING_OFF.fullmatch(found.headers["Permissions-Policy"])
    assert {"camera", "geolocation", "microphone"} <= set(
        re.findall(r"[a-z-]+", found.headers["Permissions-Policy"])
    )
    assert found.headers["Cache-Control"] == "no-store"
    assert not {"Server", "X-Powered-By", "Strict-Transport-Security"} & set(found.headers.keys())


@pytest.mark.parametrize(("method", "address", "status"), KINDS.values(), ids=KINDS)
def test_the_policy_allows_our_own_styles_pictures_and_forms_and_marked_scripts(
    ask, method, address, status
):
    found = policy(ask(address, method=method))
    [scripts] = found.pop("script-src")
    assert scripts == "'none'" or re.fullmatch(r"'nonce-[\w-]{22}'", scripts)
    assert found == DIRECTIVES


def test_every_script_of_a_page_carries_the_mark_of_its_answer_and_is_a_file_of_ours(
    visitor,
):
    """A script in a template needs `nonce="{{ nonce }}"`."""
    visitor.next_steps(QUIET)
    answers = visitor.client.get
    marks = set()
    for address in ("/", "/q", "/steps", "/urgent", "/left/en", "/nothing"):
        response = answers(address)
        found = policy(response)["script-src"]
        scripts = re.findall(r"<script\b([^>]*)>(.*?)</script>", response.text, re.DOTALL)
        for attributes, body in scripts:
            is_file = body == "" and ' src="/static/' in attributes
            # The start has no request to spare: its one script is the file itself.
            assert is_file or (address == "/" and body == LISTEN), address
            assert [
                f"'nonce-{mark}'" for mark in re.findall(r'nonce="([^"]*)"', attributes)
            ] == found
        assert not re.search(r"<[^>]+\son[a-z]+=|<[^>]+\sstyle=|<style|javascript:", response.text)
        marks.add(tuple(found))
    assert len(marks) > 1


def test_only_an_encrypted_answer_asks_to_stay_encrypted(visitor):
    name = "Strict-Transport-Security"
    assert name not in visitor.client.get("/").headers
    secure = visitor.client.get("/", base_url="https://localhost").headers
    assert secure[name] == "max-age=31536000"
