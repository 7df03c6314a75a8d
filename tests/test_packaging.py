"""A built wheel works from any folder: the questions and translations come along."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from spoken import LANGUAGES

from interview.languages import translations
from interview.loading.folders import QUESTIONS, TRANSLATIONS
from interview.summary.html import STATIC

ROOT = Path(__file__).parent.parent


def _pip(*arguments, cwd):
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
    command = [sys.executable, "-m", "pip", *arguments[:1], *quiet, *arguments[1:]]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=True)


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The folder into which a wheel of this checkout was installed."""
    source = tmp_path_factory.mktemp("source") / "project"
    left_out = shutil.ignore_patterns(".*", "tests", "__pycache__", "dist", "build", "node_modules")
    shutil.copytree(ROOT, source, ignore=left_out)
    wheels = tmp_path_factory.mktemp("wheels")
    _pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(wheels), ".", cwd=source)
    [wheel] = wheels.glob("*.whl")
    target = tmp_path_factory.mktemp("installed")
    _pip("install", "--no-deps", "--target", str(target), str(wheel), cwd=wheels)
    shutil.rmtree(source)
    return target


def _run(installed, folder, *arguments, text=None):
    """Run the installed command from another folder, as its entry point does."""
    code = "import sys; from interview.cli import main; sys.exit(main())"
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=folder, env=environment, input=text, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_installed_wheel_screens_from_any_folder_in_every_language(
    installed, tmp_path, language
):
    result = _run(installed, tmp_path, "screen", "-", "--lang", language, text="detained: yes\n")
    assert (result.returncode, result.stderr) == (0, "")
    name = translations(TRANSLATIONS, language).get("Next Steps", "Next Steps")
    assert name in result.stdout


def test_an_installed_wheel_writes_json_and_html(installed, tmp_path):
    found = _run(installed, tmp_path, "screen", "-", "--format", "json", text="detained: yes\n")
    assert json.loads(found.stdout)["lane"] == "red"
    page = _run(installed, tmp_path, "screen", "-", "--format", "html", text="detained: yes\n")
    assert (page.returncode, page.stdout[:15]) == (0, "<!doctype html>")


def test_an_installed_wheel_runs_its_own_worked_cases(installed, tmp_path):
    result = _run(installed, tmp_path, "cases")
    assert result.returncode == 0
    assert re.fullmatch(r"(\d+) of \1 cases hold\.\n", result.stdout)


def test_the_wheel_is_what_ran(installed, tmp_path):
    """Not this checkout, which the tests' own environment can import too."""
    code = "import interview.loading.folders as places; print(places.QUESTIONS)"
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": str(installed)},
    )  # fmt: skip
    assert Path(result.stdout.strip()).is_relative_to(installed)


@pytest.mark.parametrize("folder", [QUESTIONS, TRANSLATIONS, STATIC], ids=lambda path: path.name)
def test_every_file_of_the_content_is_in_the_wheel(installed, folder):
    carried = installed / "interview" / "_content" / folder.name
    here = {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}
    there = {path.relative_to(carried) for path in carried.rglob("*") if path.is_file()}
    assert here - there == set()


def test_the_templates_are_in_the_wheel(installed):
    here = {path.name for path in (ROOT / "interview" / "templates").rglob("*.html")}
    there = {path.name for path in (installed / "interview" / "templates").rglob("*.html")}
    assert here == there != set()


def test_the_wheel_says_that_it_is_typed(installed):
    assert (installed / "interview" / "py.typed").is_file()


def test_an_installed_wheel_is_used_from_python(installed, tmp_path):
    code = (
        "import datetime, interview; "
        "print(interview.load().screen({'detained': 'yes'}, datetime.date(2015, 6, 15)).lane)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": str(installed)},
    )  # fmt: skip
    assert result.stdout.strip() == "red"


# ---------------------------------------------------------------- requirements


@pytest.mark.parametrize(("name", "at_least"), [("run.txt", 20), ("build.txt", 5), ("dev.txt", 40)])
def test_requirements_are_pinned_by_hash_and_hold_no_address(name, at_least):
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*(-i|--index-url|--extra-index-url|--find-links|-e)\b", text, re.M)
    entries = text.replace("\\\n", " ").splitlines()
    assert len(entries) >= at_least
    pinned = re.compile(r"[A-Za-z0-9_.\[\]-]+==[^\s;]+( ;[^-]+)?( +--hash=sha256:[0-9a-f]{64})+")
    assert [entry for entry in entries if not pinned.fullmatch(entry)] == []


def test_every_dependency_of_the_product_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pinned = _pinned("run.txt")
    assert [name for name in project["dependencies"] if _plain(name) not in pinned] == []


def test_what_runs_brings_no_build_tools():
    assert _pinned("run.txt") & {"hatchling", "editables", "pluggy", "trove-classifiers"} == set()


def _plain(requirement):
    return re.split(r"[\[<>=!~; ]", requirement)[0].lower().replace("_", "-")


def _pinned(name):
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    return {_plain(found) for found in re.findall(r"^[A-Za-z0-9_.\[\]-]+(?===)", text, re.M)}
