"""What is kept at install is believed where it is whole, ours, and of the very same bytes."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from interview.content.folders import ROOT
from interview.languages import read_languages
from interview.languages.own_dates import dates_key
from interview.languages.spoken import translations_key
from interview.languages.wholeness import whole_key
from interview.loading import content_key
from interview.loading.content_paths import files_of

# Says what the law's name is, whether the content was read anew, and a day in Spanish.
ASK = """
import sys, json, datetime
from interview.loading import QUESTIONS, TRANSLATIONS, load
from interview.languages import read_languages, tongue_of
content = load(QUESTIONS)
anew = "yaml" in sys.modules
tongue = tongue_of(TRANSLATIONS, read_languages(TRANSLATIONS), "es", "self")
print(json.dumps([
    content.interview.name.to_self, tongue.say(content.interview.name),
    tongue.date(datetime.date(2012, 6, 15)), anew, "babel.messages" in sys.modules,
]))
"""


def copied(folder: Path) -> Path:
    """A checkout of the product, with what is kept of it."""
    for name in ("interview", "questions", "translations", "static"):
        leave = shutil.ignore_patterns("__pycache__", "_kept", "cases", "guard")
        shutil.copytree(ROOT / name, folder / name, ignore=leave)
    assert cached(folder).returncode == 0
    return folder


def cached(folder: Path) -> subprocess.CompletedProcess[str]:
    return run(folder, "-m", "interview", "cache")


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def asked(folder: Path) -> list[object]:
    """What a start says: the product's name in two languages, a day, what was read anew."""
    answer = run(folder, "-c", ASK)
    assert answer.returncode == 0, answer.stderr
    found: list[object] = json.loads(answer.stdout)
    return found


@pytest.fixture
def product(tmp_path, whole_product):
    """A copy of its own for a test that changes it."""
    shutil.copytree(whole_product, tmp_path / "product")
    return tmp_path / "product"


@pytest.fixture(scope="module")
def whole_product(tmp_path_factory):
    return copied(tmp_path_factory.mktemp("checkout") / "product")


@pytest.fixture(scope="module")
def said(whole_product):
    name, spanish, day, anew, catalogs_anew = asked(whole_product)
    assert (anew, catalogs_anew) == (False, False)
    return name, spanish, day


# ---------------------------------------------------------------- every byte counts


def test_one_changed_byte_of_any_file_that_is_read_is_another_key(tmp_path):
    folder = tmp_path / "questions"
    shutil.copytree(ROOT / "questions", folder)
    key = content_key(folder)
    for _, path in files_of(folder, for_checks=False):
        before = path.read_bytes()
        path.write_bytes(before[:-1] + bytes([before[-1] ^ 1]))
        assert content_key(folder) != key, path
        path.write_bytes(before)
    assert content_key(folder) == key


def test_a_file_that_comes_goes_or_takes_another_name_is_another_key(tmp_path):
    folder = tmp_path / "questions"
    shutil.copytree(ROOT / "questions", folder)
    key = content_key(folder)
    (folder / "flagz.yaml").write_text("flags: []\n")
    assert content_key(folder) != key
    (folder / "flagz.yaml").unlink()
    (folder / "flags.yaml").rename(folder / "flagz.yaml")
    assert content_key(folder) is None


def test_one_changed_byte_of_the_translations_is_another_key(tmp_path):
    shutil.copytree(ROOT / "translations", tmp_path / "translations")
    folder = tmp_path / "translations"
    listed = read_languages(folder)
    for language in listed.translated():
        before = translations_key(folder, language.code)
        whole = whole_key(ROOT / "questions", folder, listed)
        for path in folder.rglob(f"{language.code}/**/*.po"):
            path.write_bytes(path.read_bytes() + b"\n")
        assert translations_key(folder, language.code) != before
        assert whole_key(ROOT / "questions", folder, listed) != whole


def test_languages_of_two_ways_of_dates_have_two_keys():
    listed = read_languages(ROOT / "translations")
    keys = [dates_key(language) for language in listed.languages]
    assert len(set(keys)) == len(keys)


@pytest.mark.slow
def test_an_edit_is_seen_at_once(product, said):
    name, spanish, day = said
    file = product / "questions" / "interview.yaml"
    file.write_text(file.read_text("utf-8").replace(f"name: {name}", f"name: {name}!"), "utf-8")
    po = next((product / "translations").rglob("*.po"))
    po.write_text(
        po.read_text("utf-8").replace(
            f'msgid "{name}"\nmsgstr "{spanish}"', f'msgid "{name}!"\nmsgstr "{spanish}!!"'
        ),
        "utf-8",
    )
    assert asked(product) == [f"{name}!", f"{spanish}!!", day, True, True]
    assert cached(product).returncode == 0
    assert asked(product) == [f"{name}!", f"{spanish}!!", day, False, False]


@pytest.mark.slow
def test_other_code_reads_the_questions_anew(product, said):
    module = product / "interview" / "rules" / "truth.py"
    module.write_text(module.read_text("utf-8") + "# more\n", "utf-8")
    assert asked(product) == [*said, True, True]


# ---------------------------------------------------------------- what is not believed


def _flip(file: Path) -> None:
    body = bytearray(file.read_bytes())
    body[len(body) // 2] ^= 1
    file.write_bytes(body)


def _forge(file: Path) -> None:
    """Another thing than content, under the key and the digest that it should have."""
    key = file.read_bytes().split()[0].decode()
    forge = (
        "from interview.loading.cache.kept_files import head_of; "
        'body = b\'{"shapes":[["tuple"]],"values":[],"made":[[0],[0,0]]}\'; '
        f"open({str(file)!r}, 'wb').write(head_of({key!r}, body) + b'\\n' + body)"
    )
    assert run(file.parents[2], "-c", forge).returncode == 0


def _link(file: Path) -> None:
    file.rename(file.with_name("elsewhere"))
    file.symlink_to(file.with_name("elsewhere"))


def _folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


DAMAGE = {
    "cut short": lambda file: file.write_bytes(file.read_bytes()[:-9]),
    "longer": lambda file: file.write_bytes(file.read_bytes() + b" "),
    "one bit": _flip,
    "empty": lambda file: file.write_bytes(b""),
    "no text": lambda file: file.write_bytes(bytes(range(256)) * 99),
    "a pickle": lambda file: file.write_bytes(b"cos\nsystem\n(S'touch ran'\ntR."),
    "gone": lambda file: file.unlink(),
    "a folder": _folder,
    "a link": _link,
    "another thing": _forge,
    "others may write it": lambda file: file.chmod(0o666),
    "others may write its folder": lambda file: file.parent.chmod(0o777),
}


@pytest.mark.sampled(4)
@pytest.mark.slow
@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_what_is_damaged_or_of_others_is_read_anew(product, said, damage):
    for file in sorted((product / "interview" / "_kept").iterdir()):
        damage(file)
    assert asked(product) == [*said, True, True]
    assert not (product / "ran").exists()


@pytest.mark.slow
def test_where_nothing_can_be_kept_a_sentence_says_so_and_a_start_goes_on(product, said):
    kept = product / "interview" / "_kept"
    shutil.rmtree(kept)
    kept.write_text("")
    told = cached(product)
    assert (told.returncode, told.stdout) == (2, "")
    assert str(kept) in told.stderr and "every start reads the questions" in told.stderr
    assert asked(product) == [*said, True, True]


@pytest.mark.slow
def test_a_command_says_the_same_with_what_is_kept_and_without(product):
    person = product / "person.yaml"
    person.write_text("detained: yes\nbirth_date: 1990-02\n")
    for options in (["--lang", "es"], ["--format", "json"]):
        screen = ("-m", "interview", "screen", "person.yaml", "--as-of", "2026-11-30", *options)
        quick = run(product, *screen)
        kept = product / "interview" / "_kept"
        kept.rename(product / "aside")
        assert quick.returncode == 0
        assert run(product, *screen).stdout == quick.stdout
        (product / "aside").rename(kept)
