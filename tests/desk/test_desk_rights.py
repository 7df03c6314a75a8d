"""The one table of rights, read cell by cell: what stands in no row is refused."""

import itertools

import pytest

from interview.desk.rights import Standing, may


def standing(content, role, slot=7, number=None) -> Standing:
    return Standing("s", slot, role, 1, content.desk.rights.role(role).station, number=number)


def test_every_cell_of_role_deed_and_station_is_what_its_row_says(content):
    rights = content.desk.rights
    rows = {
        (role, right.action, station, right.only)
        for right in rights.rights
        for role in right.roles
        for station in right.at
    }
    cells = itertools.product(rights.roles, rights.actions, rights.stations)
    for role, action, station in cells:
        key = (role.id, action.id, station.id)
        who = standing(content, role.id)
        may_of = {
            "anybody": may(content.desk, who, action.id, station.id, holder=8, number=3),
            "holder": may(content.desk, who, action.id, station.id, holder=7, number=3),
        }
        person = standing(content, role.id, slot=0, number=3)
        joined = may(content.desk, person, action.id, station.id, holder=None, number=3)
        assert may_of["anybody"] == ((*key, "anybody") in rows)
        assert may_of["holder"] == any((*key, only) in rows for only in ("anybody", "holder"))
        assert joined == any((*key, only) in rows for only in ("anybody", "joined"))


def test_only_reviewers_students_and_the_own_device_open_answers(content):
    rights = content.desk.rights
    opening = {
        (role, right.only)
        for right in rights.rights
        for role in right.roles
        if rights.opens(right.action) == "answers"
    }
    assert opening == {("reviewer", "holder"), ("student", "holder"), ("person", "joined")}


@pytest.mark.parametrize("nobody", ["", "nobody", "admin"])
def test_a_role_that_is_not_there_may_do_nothing(content, nobody):
    who = Standing("s", 1, nobody, 1, "board")
    rights = content.desk.rights
    assert not any(
        may(content.desk, who, action.id, station.id, 1, 1)
        for action in rights.actions
        for station in rights.stations
    )
