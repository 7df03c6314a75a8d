"""Every address of the desk, every deed of it, tried by every role: the one table, by HTTP.

What a role may do is read from the table of rights as it stands in questions/, and never from the
pages. A new address or deed without a right in the table fails here.
"""

import pytest
from answers import QUIET
from open_event import opened
from test_small_day import called, handed_in, ticket_for

from interview.desk.pages import STATIONS

pytestmark = pytest.mark.content
ROLES = ("coordinator", "door", "helper", "reviewer", "student", "exit")
# Addresses of an event that need no card: entering, a device's own, and what is left of a day.
OPEN = {"/desk", "/ticket", "/hand-in", "/handed", "/clear", "/hand", "/desk-proof"}
BY_ADDRESS = {station.address: station for station in STATIONS}
DEEDS = [(station, name) for station in STATIONS for name in station.deeds]
# Who opens answers or papers: nobody but who holds the ticket, or the exit.
OPENS = {"open_visit", "change_answers", "sign", "print_papers", "fill_in"}


@pytest.fixture(scope="module")
def day(tmp_path_factory):
    """A day with tickets at every station, and one member of each role."""
    event = opened(tmp_path_factory.mktemp("rights") / "day")
    event.team = {role: event.member(role) for role in ROLES}
    door = event.team["door"]
    event.numbers = {}
    for state in ("leaving", "with_reviewer", "waiting"):
        number, code = ticket_for(door)
        tablet = event.tablet()
        tablet.join(code)
        handed_in(tablet, QUIET)
        event.numbers[state] = number
        if state != "waiting":
            called(event.team["reviewer"])
        if state == "leaving":
            usual = {"outcome": "information", "agreed": "agree", "agreement": "signed"}
            event.team["reviewer"].do("/desk-sign", "sign", **usual)
    event.numbers["interview"], _ = ticket_for(door)
    event.team["exit"].do("/desk-exit", "show", number=event.numbers["leaving"])
    yield event
    event.desk.shut()


def rows(desk, role, action):
    return [right for right in desk.content.desk.rights.of(role, action)]


def may(desk, role, action, state=None, is_holder=False):
    """What the table says: with no ticket, or with one in a state that the role holds or not."""
    rights = desk.content.desk
    at = rights.rights.role(role).station
    if state is not None:
        at = rights.moves.state(state).station
    found = [right for right in rows(desk, role, action) if at in right.at]
    return any(right.only == "anybody" or is_holder for right in found)


def test_every_address_of_an_event_is_a_station_or_open_to_all(day):
    rooms = ("desk", "stations", "devices", "desk_proof")
    rules = [(rule.rule, rule.endpoint.partition(".")[0]) for rule in day.app.url_map.iter_rules()]
    ours = {address for address, room in rules if room in rooms}
    assert ours == BY_ADDRESS.keys() | OPEN


def test_every_station_and_deed_has_its_row_in_the_table(day):
    known = {action.id for action in day.desk.content.desk.rights.actions}
    used = {station.action for station in STATIONS}
    used |= {deed.action for station in STATIONS for deed in station.deeds.values()}
    assert used <= known
    for action in used:
        assert any(rows(day.desk, role, action) for role in ROLES), action


@pytest.mark.parametrize("role", ROLES)
def test_a_station_opens_to_whom_the_table_says(day, role):
    holds = role == "reviewer"
    for address, station in BY_ADDRESS.items():
        wanted = may(day.desk, role, station.action) or (
            holds and may(day.desk, role, station.action, "with_reviewer", is_holder=True)
        )
        found = day.team[role].get(address).status_code
        assert (found in (200, 303)) == wanted, (address, found)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("state", ["interview", "waiting", "with_reviewer", "leaving"])
def test_a_deed_with_a_ticket_is_refused_where_the_table_does_not_let_it(day, role, state):
    """Each deed that is not let is posted with a form of this session; nothing moves."""
    one, number = day.team[role], day.numbers[state]
    holds = role == "reviewer" and state == "with_reviewer"
    before = {ticket.number: ticket for ticket in day.desk.every()}
    home = next(a for a, s in BY_ADDRESS.items() if may(day.desk, role, s.action) and s.deeds)
    for station, name in DEEDS:
        deed = station.deeds[name]
        if not deed.has_number or may(day.desk, role, deed.action, state, holds):
            continue
        one.get(home)
        sent = {"csrf_token": one.token, "do": name, "number": number}
        found = one.post(station.address, sent)
        assert found.status_code == 303 and one.note() in ("not_allowed", "no_such_ticket"), name
    after = {ticket.number: ticket for ticket in day.desk.every()}
    assert before == after


@pytest.mark.parametrize("role", ROLES)
def test_a_deed_without_a_ticket_is_refused_where_the_table_does_not_let_it(day, role):
    one, state = day.team[role], day.desk.state
    home = next(a for a, s in BY_ADDRESS.items() if may(day.desk, role, s.action) and s.deeds)
    for station, name in DEEDS:
        deed = station.deeds[name]
        held = role == "reviewer" and may(day.desk, role, deed.action, "with_reviewer", True)
        if deed.has_number or held or may(day.desk, role, deed.action):
            continue
        one.get(home)
        sent = {"csrf_token": one.token, "do": name, "slot": "1", "id": "x", "paper": "sheet"}
        sent = {key: said for key, said in sent.items()
                if key in ("csrf_token", "do") or key in (deed.fields or ())}  # fmt: skip
        assert one.post(station.address, sent).status_code == 303
        assert one.note() == "not_allowed", (station.address, name)
    assert day.desk.state == state


def test_no_role_but_the_holder_and_the_exit_opens_answers(day):
    for role in ("coordinator", "door", "helper"):
        assert not any(rows(day.desk, role, action) for action in OPENS), role


def test_a_number_that_is_not_there_and_one_of_somebody_else_are_answered_alike(day):
    out = day.team["exit"]
    answers = []
    for number in (day.numbers["with_reviewer"], 9_999):
        found = out.do("/desk-exit", "done", number=number)
        answers.append((found.status_code, found.headers["Location"], out.note()))
    assert answers[0] == answers[1]


def test_without_a_card_every_station_leads_to_the_entry(day):
    for address, station in BY_ADDRESS.items():
        stranger = day.tablet()
        stranger.get("/desk")
        assert stranger.get(address).headers["Location"] == "/desk"
        for name in station.deeds:
            found = stranger.post(address, {"csrf_token": "", "do": name})
            assert (found.status_code, found.headers["Location"]) == (303, "/desk")


def test_a_device_of_a_person_is_no_card(day):
    _, code = ticket_for(day.team["door"])
    tablet = day.tablet()
    tablet.join(code)
    for address in BY_ADDRESS:
        assert tablet.get(address).headers["Location"] == "/desk"


def test_after_the_hand_over_the_reviewer_sees_nothing_of_the_ticket(day):
    reviewer, number = day.team["reviewer"], day.numbers["with_reviewer"]
    assert reviewer.get("/desk-review").status_code == 200
    other = day.card("reviewer", 2)
    day.team["coordinator"].do("/desk-board", "hand_over", number=number, slot=other.slot)
    assert (
        day.desk.ticket(day.desk.standing(_token(day.team["coordinator"])), number).holder
        == other.slot
    )
    for address in ("/desk-review", "/desk-change", "/desk-sign", "/desk-sheet"):
        assert reviewer.get(address).status_code == 403, address


def _token(member):
    halves = [member.client.get_cookie(f"__Host-{name}-443", domain="desk.internal")
              for name in ("desk", "deskhalf")]  # fmt: skip
    return "".join(one.value for one in halves)


def test_after_closing_every_station_is_gone(tmp_path):
    event = opened(tmp_path / "day")
    team = {role: event.member(role) for role in ("coordinator", "door", "reviewer")}
    coordinator = team["coordinator"]
    coordinator.do("/desk-close", "begin")
    assert coordinator.do("/desk-close", "close").headers["Location"] == "/desk"
    for one in team.values():
        for address in BY_ADDRESS:
            assert one.get(address).headers["Location"] == "/desk"
        assert one.get("/desk").status_code == 200
    assert team["door"].get("/desk-proof").status_code in (200, 303)
    assert event.tablet().get("/").headers["Location"] == "/ticket"
    event.desk.shut()
