"""Whoever takes the disk: no answer is on it, open or closed; after the end no slip opens."""

import os
import resource
import subprocess
from pathlib import Path

import pytest
from test_moves import refused

from interview.desk.memory import KEY_FILE, EventKey, KeyFileError
from interview.desk.rights import Refused

MARKER = b"abcMARKER-of-an-answer"
REST = b"REST-MARKER of a sign-off"


def files_of(team, cluster_home=None):
    """Every file in the folder of the day, and in that of its server."""
    for folder in filter(None, (team.folder, cluster_home)):
        yield from (path for path in Path(folder).rglob("*") if path.is_file())


def found_in(paths, *wanted: bytes) -> list[str]:
    # A server's folder has hundreds of megabytes: each file is read once.
    held = ((path, path.read_bytes()) for path in paths)
    return [f"{path.name}: {one!r}" for path, found in held for one in wanted if one in found]


@pytest.fixture
def home(database, request):
    return request.getfixturevalue("cluster").home if database else None


def a_whole_day(team) -> dict[int, bytes]:
    """Play a day with people in every state; return the slips that they have."""
    slips = {}
    for nth in range(13):
        number = team.ready("soon", court=nth % 2 == 0, packed=MARKER)
        slips[number] = team.desk.slip(team("helper"), number)
    for nth in range(4):
        number = team.desk.call_next(team("reviewer 1")).number
        team.desk.change(team("reviewer 1"), number, MARKER + b"2")
        team.desk.sign(team("reviewer 1"), number, "advice", True, nth == 3, REST)
    first = next(one.number for one in team.desk.every() if one.state == "leaving")
    team.desk.let_go(team("exit"), first)
    return slips


def test_no_answer_is_ever_on_the_disk(team, home):
    slips = a_whole_day(team)
    key = team.desk._key.bytes
    wanted = (MARKER, REST, key, *slips.values())
    assert found_in(files_of(team, home), *wanted) == []
    team.desk.close(team("coordinator"))
    assert found_in(files_of(team, home), *wanted) == []


def test_after_the_end_no_words_open_anything(team, home):
    slips = a_whole_day(team)
    wrapped = (team.folder / KEY_FILE).read_bytes()
    verifiers = [row[0] for row in _rows(team, "SELECT verifier FROM slot")]
    hashes = [row[0] for row in _rows(team, "SELECT hash FROM session")]
    number, slip = next(iter(slips.items()))
    team.desk.close(team("coordinator"))
    secrets = [wrapped, wrapped[-48:], *(one.encode() for one in hashes)]
    if home is None:
        secrets += [one.encode() for one in verifiers]
    assert found_in(files_of(team, home), *secrets) == []
    with pytest.raises(KeyFileError):
        EventKey.read(team.folder, team.desk.event_id, team.words)
    desk = team.start_again()
    for card in team.cards:
        with pytest.raises(Refused):
            desk.enter(card.code)
    assert refused(desk.unlock, team.words) == "not_open"
    assert (desk.has_visit(number), len(slip) > 0) == (False, True)


def _rows(team, statement):
    with team.desk.store.read() as connection:
        return connection.exec_driver_sql(statement).all()


def test_the_words_of_tickets_are_gone_too(team, home):
    a_whole_day(team)
    words = {one.word for one in team.desk.every()}
    team.desk.close(team("coordinator"))
    left = [path for path in files_of(team) if path.suffix != ".lock"]
    assert found_in(left, *(f"{word}es".encode() for word in words)) == []


def test_the_files_of_a_day_are_for_their_owner_alone(team):
    a_whole_day(team)
    assert team.folder.stat().st_mode & 0o777 == 0o700
    assert (team.folder / KEY_FILE).stat().st_mode & 0o777 == 0o600


def test_nothing_of_a_key_stays_where_it_was_dropped(team):
    key = team.desk._key
    team.desk.close(team("coordinator"))
    assert not any(key._key)


def test_a_sign_off_keeps_no_flag_and_no_paper(team):
    number = team.signed()
    [row] = _rows(team, "SELECT * FROM signoff")
    assert [one for one in row if isinstance(one, str)] == [team.desk.event_id, "advice"]
    assert team.desk.rest_of(team("exit"), number) == b"rest"


def test_temporary_files_of_the_store_are_in_memory(team, tmp_path, monkeypatch):
    monkeypatch.setenv("SQLITE_TMPDIR", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    a_whole_day(team)
    opened = subprocess.run(
        ["ls", "-l", f"/proc/{os.getpid()}/fd"], capture_output=True, text=True, check=False
    ).stdout
    assert "etilqs" not in opened
    team.desk.close(team("coordinator"))
    assert list((tmp_path / "temporary").iterdir()) == []


def test_a_crash_of_an_open_day_writes_no_memory_on_the_disk(team):
    assert team.desk.is_unlocked
    assert resource.getrlimit(resource.RLIMIT_CORE)[0] == 0
