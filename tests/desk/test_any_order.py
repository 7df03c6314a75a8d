"""Any order of deeds: no access without assignment, nobody twice, nobody lost."""

import tempfile
from pathlib import Path

from days import Team
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule

from interview.desk.rights import Refused
from interview.loading import QUESTIONS, load

CONTENT = load(QUESTIONS)
REVIEWERS = ("reviewer 1", "reviewer 2", "reviewer 3", "student")
EVERYBODY = (*REVIEWERS, "coordinator", "door", "helper", "exit")
OPENING = ("open_visit", "print_papers")


class AnyOrder(RuleBasedStateMachine):
    """A model of a day: which tickets there are, and what each carries."""

    numbers = Bundle("numbers")

    def __init__(self) -> None:
        super().__init__()
        self._home = tempfile.TemporaryDirectory()
        self.team = Team(Path(self._home.name) / "day", CONTENT)
        self.carried: dict[int, bytes] = {}
        self.seen: set[int] = set()
        self.gave_up: dict[int, set[str]] = {}

    def teardown(self) -> None:
        self.team.stop()
        self._home.cleanup()

    def tried(self, call, *args, **named):
        """What a call comes to, or the reason why it does not."""
        try:
            return call(*args, **named)
        except Refused as refused:
            return refused.reason

    @rule(target=numbers, language=st.sampled_from(["en", "es"]), yes=st.booleans())
    def arrive(self, language, yes):
        number = self.team.arrived(language, ["held"] if yes else [])
        assert number not in self.seen
        self.seen.add(number)
        return number

    @rule(number=numbers)
    def begin(self, number):
        self.tried(self.team.desk.begin, self.team("door"), number)

    @rule(number=numbers, urgency=st.sampled_from(["now", "soon", None]), court=st.booleans())
    def finish(self, number, urgency, court):
        packed = b"abc%d" % number
        done = self.tried(
            self.team.desk.finish, self.team("helper"), number, packed, urgency, court
        )
        if isinstance(done, bytes):
            self.carried[number] = packed

    @rule(name=st.sampled_from(REVIEWERS), look=st.booleans())
    def call(self, name, look):
        desk = self.team.desk
        found = self.tried(desk.call_second_look if look else desk.call_next, self.team(name))
        if found is not None and not isinstance(found, str):
            assert name not in self.gave_up.get(found.number, set())
            assert found.holder == self.team(name).slot

    @rule(name=st.sampled_from(REVIEWERS), conflict=st.booleans())
    def give_back(self, name, conflict):
        mine = self.team.desk.mine(self.team(name))
        if mine:
            self.team.desk.give_back(self.team(name), mine.number, conflict)
            if conflict:
                self.gave_up.setdefault(mine.number, set()).add(name)

    @rule(name=st.sampled_from(REVIEWERS), again=st.booleans())
    def sign(self, name, again):
        mine = self.team.desk.mine(self.team(name))
        if mine:
            goal = self.team.desk.sign(self.team(name), mine.number, "advice", True, again)
            assert goal == ("second_look" if again or name == "student" else "leaving")

    @rule(number=numbers, to=st.sampled_from(REVIEWERS))
    def hand_over(self, number, to):
        slot = self.team.card(to).slot
        done = self.tried(self.team.desk.hand_over, self.team("coordinator"), number, slot)
        assert done is not None or to not in self.gave_up.get(number, set())

    @rule(number=numbers)
    def reopen(self, number):
        self.tried(self.team.desk.reopen, self.team("helper"), number)

    @rule(number=consumes(numbers), way=st.sampled_from(["let_go", "set_left", "set_stopped"]))
    def go(self, number, way):
        name = "exit" if way == "let_go" else "coordinator"
        if self.tried(getattr(self.team.desk, way), self.team(name), number) is None:
            self.carried.pop(number, None)

    @rule(minutes=st.integers(0, 12))
    def wait(self, minutes):
        self.team.clock.go(minutes=minutes)

    @rule()
    def power_cut(self):
        slips = {n: self.team.desk._visits.sealed(n) for n in self.carried}
        desk = self.team.start_again()
        desk.unlock(self.team.words)
        for number, slip in slips.items():
            desk._visits.bring(number, slip)

    @invariant()
    def nobody_is_lost_or_there_twice(self):
        if self.team.desk.state == "closed":
            return
        tickets = self.team.desk.every()
        assert {one.number for one in tickets} == self.seen
        assert len(tickets) == len(self.seen)
        holders = [one.holder for one in tickets if one.holder is not None]
        assert len(holders) == len(set(holders))
        for one in tickets:
            state = CONTENT.desk.moves.state(one.state)
            assert (one.holder is not None) == state.held

    @invariant()
    def nobody_opens_what_is_not_theirs(self):
        if self.team.desk.state == "closed":
            return
        tickets = {one.number: one for one in self.team.desk.every()}
        for number, name in ((n, name) for n in list(self.carried)[-3:] for name in EVERYBODY):
            ticket, standing = tickets[number], self.team(name)
            for action in OPENING:
                found = self.tried(self.team.desk.open_visit, standing, number, action)
                holds = ticket.holder == standing.slot and action == "open_visit"
                prints = (name, action, ticket.state) == ("exit", "print_papers", "leaving")
                wanted = self.carried[number] if holds or prints else "no_such_ticket"
                assert found == wanted, (name, action, ticket.state)


class TestAnyOrder(AnyOrder.TestCase):
    settings = settings(max_examples=12, stateful_step_count=25, deadline=None)
