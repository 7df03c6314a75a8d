"""`interview serve`: what it says, and what it refuses to start with."""

import shutil
import socket
import ssl
import subprocess
import sys
from types import SimpleNamespace

import pytest
from certificates import made_certificate
from visitor import site_of

from interview.cli import main, serve
from interview.loading import QUESTIONS, TRANSLATIONS
from interview.web import Settings, create_app


@pytest.fixture
def served(monkeypatch):
    """Catch what would be served, instead of serving it."""
    caught = {}

    def open_server(app, host, port, trusted, encryption):
        caught.update(app=app, host=host, port=port, trusted=trusted, encryption=encryption)
        return SimpleNamespace(run=lambda: None)

    monkeypatch.setattr(serve, "open_server", open_server)
    return caught


@pytest.fixture
def changed_copy(tmp_path):
    copy = tmp_path / "questions"
    shutil.copytree(QUESTIONS, copy)
    interview = copy / "pages.yaml"
    text = interview.read_text(encoding="utf-8")
    interview.write_text(text.replace("one step at a time.", "A changed sentence."), "utf-8")
    return copy


def test_it_serves_on_loopback_and_says_where_to_open(runner, served, monkeypatch):
    monkeypatch.delenv("NEXT_STEPS_SECRET", raising=False)
    found = runner.invoke(main, ["serve", "--port", "8123", "--as-of", "2015-06-15"])
    assert found.exit_code == 0
    assert "Open http://127.0.0.1:8123/ in a browser" in found.output
    assert "NEXT_STEPS_SECRET is not set" in found.output
    assert "Warning" not in found.output
    assert (served["host"], served["port"]) == ("127.0.0.1", 8123)
    assert str(site_of(served["app"]).settings.today()) == "2015-06-15"


def test_it_warns_of_plain_http_beyond_this_machine(runner, served):
    found = runner.invoke(main, ["serve", "--host", "0.0.0.0"])
    assert "Warning: plain http beyond this machine" in found.output


HOSTS = [
    ([], {}, ("127.0.0.1", "localhost")),
    (["--host", "0.0.0.0"], {}, ()),
    (["--host", "::1"], {}, ()),
    ([], {"NEXT_STEPS_HOSTS": "clinic.example, www.clinic.example"},
     ("clinic.example", "www.clinic.example")),
]  # fmt: skip


@pytest.mark.parametrize(("options", "environment", "hosts"), HOSTS)
def test_it_answers_to_this_machines_names_only_or_to_those_it_is_told(
    runner, served, monkeypatch, options, environment, hosts
):
    monkeypatch.delenv("NEXT_STEPS_HOSTS", raising=False)
    found = runner.invoke(main, ["serve", *options], env=environment)
    assert site_of(served["app"]).settings.hosts == hosts
    assert (f"Answers as {', '.join(hosts)}. " in found.output) == bool(hosts)


def test_it_refuses_a_short_secret(runner, served, monkeypatch):
    monkeypatch.setenv("NEXT_STEPS_SECRET", "short")
    found = runner.invoke(main, ["serve"])
    assert (found.exit_code, served) == (1, {})
    assert "at least 32 characters" in found.output


def test_it_refuses_to_start_when_spanish_is_missing_or_stale(
    runner, served, monkeypatch, tmp_path
):
    monkeypatch.setattr("interview.web.site.site.translations_beside", lambda questions: tmp_path)
    found = runner.invoke(main, ["serve"])
    assert (found.exit_code, served) == (1, {})
    assert "have no up-to-date es translation" in found.output


def test_a_changed_copy_of_the_questions_speaks_english_only_and_says_so(changed_copy):
    client = create_app(Settings(questions=changed_copy, language="es")).test_client()
    page = client.get("/")
    assert "A changed sentence." in page.text
    assert "This is a changed copy of the questions" in page.text
    assert '<html lang="en">' in page.text and "Español" not in page.text


def test_the_first_language_is_the_browsers_unless_the_server_was_told_another():
    spanish = {"Accept-Language": "es-HN,es;q=0.9"}
    english = {"Accept-Language": "en-US"}
    follows, set_to_spanish = create_app(Settings()), create_app(Settings(language="es"))
    assert '<html lang="es">' in follows.test_client().get("/", headers=spanish).text
    assert '<html lang="en">' in follows.test_client().get("/", headers=english).text
    assert '<html lang="es">' in set_to_spanish.test_client().get("/", headers=english).text


def test_screening_on_the_command_line_does_not_load_the_web_part():
    code = "import sys, interview.cli; print('flask' in sys.modules, 'waitress' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["False", "False"]


def test_a_port_that_is_taken_is_named_and_no_address_is_told(runner, served):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        found = runner.invoke(main, ["serve", "--port", str(port)])
    assert (found.exit_code, served) == (1, {})
    assert f"cannot listen on 127.0.0.1, port {port}" in found.output
    assert "Open http" not in found.output


def test_a_copy_speaks_the_spanish_that_stands_beside_it(changed_copy, tmp_path):
    shutil.copytree(TRANSLATIONS, tmp_path / "translations")
    catalog = tmp_path / "translations" / "es" / "LC_MESSAGES" / "messages.po"
    text = catalog.read_text(encoding="utf-8")
    said = 'msgid "Immigration: one step at a time."\nmsgstr "Inmigración: un paso a la vez."'
    assert said in text
    new = 'msgid "Immigration: A changed sentence."\nmsgstr "Otra frase."'
    catalog.write_text(text.replace(said, new), encoding="utf-8")
    page = create_app(Settings(questions=changed_copy, language="es")).test_client().get("/")
    assert "Otra frase." in page.text


def test_it_speaks_https_with_a_certificate_and_its_key(runner, served, tmp_path):
    certificate, key = made_certificate(tmp_path)
    options = ["--host", "0.0.0.0", "--certificate", str(certificate), "--key", str(key)]
    found = runner.invoke(main, ["serve", *options])
    assert found.exit_code == 0
    assert "Open https://127.0.0.1:8000/ in a browser" in found.output
    assert "Warning" not in found.output
    assert isinstance(served["encryption"], ssl.SSLContext)


@pytest.mark.parametrize("option", ["--certificate", "--key"])
def test_a_certificate_without_its_key_is_refused(runner, served, tmp_path, option):
    certificate, _ = made_certificate(tmp_path)
    found = runner.invoke(main, ["serve", option, str(certificate)])
    assert (found.exit_code, served) == (1, {})
    assert "--certificate and --key belong together: give both" in found.output


def test_a_named_proxy_is_believed_and_plain_http_to_it_needs_no_warning(runner, served):
    found = runner.invoke(main, ["serve", "--host", "0.0.0.0", "--trusted-proxy", "10.0.0.5"])
    assert [str(network) for network in served["trusted"]] == ["10.0.0.5/32"]
    assert "Warning" not in found.output
    found = runner.invoke(main, ["serve", "--trusted-proxy", "the proxy"])
    assert found.exit_code == 1
    assert "--trusted-proxy: 'the proxy' does not appear to be" in found.output


def test_where_https_is_required_it_says_so(runner, served):
    required = {"NEXT_STEPS_HTTPS": "required"}
    found = runner.invoke(main, ["serve", "--host", "0.0.0.0"], env=required)
    assert "NEXT_STEPS_HTTPS is required: only a proxy that speaks https" in found.output
    assert site_of(served["app"]).settings.is_https_required is True
    found = runner.invoke(main, ["serve"], env={"NEXT_STEPS_HTTPS": "please"})
    assert (found.exit_code, 'write "required"' in found.output) == (1, True)
