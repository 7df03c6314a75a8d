"""What the door, the tablets, the reviewers and the exit do with tickets."""

from collections.abc import Collection

from interview.desk.life.core import DeskCore
from interview.desk.rights import Refused, Standing
from interview.desk.tickets import Ticket


class DeskPeople(DeskCore):
    """Tickets and the sealed visits that belong to them."""

    # ------------------------------------------------------------ door and tablets

    def arrive(
        self,
        standing: Standing,
        language: str,
        yes: Collection[str] = (),
        place: str = "",
        number: int | None = None,
        word: str = "",
    ) -> Ticket:
        """Give a ticket; `yes`: the door's questions that were answered so.

        `number` and `word` are those of a spare ticket on paper.
        """
        self._live("tickets")
        self.must(standing, "give_ticket")
        if language not in self.plan.languages:
            raise Refused("no_language")
        known = {question.id for question in self.content.desk.tickets.questions}
        printed = None if number is None else (number, self._known_word(word))
        return self._tickets.arrive(standing, language, bool(known & {*yes}), place, printed)

    def _known_word(self, word: str) -> str:
        """A word of the lists, so that nothing else can be typed where a word is."""
        lists = self.content.desk.tickets.words.values()
        return next((one for words in lists for one in words if one == word.strip().lower()), "")

    def begin(self, standing: Standing, number: int) -> None:
        """Let somebody begin with the questions."""
        self._live("moves")
        self._tickets.begin(standing, number)

    def progress(self, number: int, part: int, of: int) -> None:
        """Note how far somebody is with the questions; in memory alone."""
        self._signs.progress(number, part, of, self.now())

    def raise_hand(self, standing: Standing, number: int, up: bool) -> None:
        """Ask for a helper, or say that one is here."""
        self.must(standing, "raise_hand", number)
        self._signs.raise_hand(number, up)

    def finish(
        self, standing: Standing, number: int, packed: bytes, urgency: str | None, court: bool
    ) -> bytes:
        """Put somebody in line with their answers; return the sealed visit, for the slip."""
        visits = self._live("moves")
        self.must(standing, "finish", number)
        with self._kept(number):
            # First the answers: a reviewer may call the ticket at once.
            sealed = visits.put(number, packed)
        self._tickets.finish(standing, number, urgency or "none", court)
        self._signs.forget(number)
        return sealed

    def ready_from_slip(
        self, standing: Standing, number: int, sealed: bytes, urgency: str | None, court: bool
    ) -> None:
        """Put somebody in line whose slip was sealed for this ticket."""
        visits = self._live("moves")
        self.must(standing, "finish", number)
        with self._kept(number):
            visits.bring(number, sealed)
        self._tickets.finish(standing, number, urgency or "none", court)

    def bring(self, standing: Standing, number: int, sealed: bytes) -> None:
        """Take the answers of a ticket from its slip, after a new start."""
        visits = self._live("moves")
        self.must(standing, "scan_slip", number)
        with self._kept(number):
            visits.bring(number, sealed)

    def slip(self, standing: Standing, number: int) -> bytes:
        """Return the sealed visit of a ticket, to print its slip again."""
        visits = self._live("moves")
        self.must(standing, "print_slip", number)
        with self._kept(number):
            return visits.sealed(number)

    def has_visit(self, number: int) -> bool:
        """Say whether the answers of a ticket are in memory."""
        return self._visits is not None and self._visits.has(number)

    # ------------------------------------------------------------ review

    def call_next(self, standing: Standing) -> Ticket | None:
        """Take the next ticket that this slot can take."""
        self._live("calls")
        self.must(standing, "call_next")
        return self._calls.call(standing, "call_next", "waiting")

    def call_second_look(self, standing: Standing) -> Ticket | None:
        """Take the next ticket for a second look, of those that somebody else signed."""
        self._live("calls")
        self.must(standing, "call_second_look")
        return self._calls.call(standing, "call_second_look", "second_look")

    def mine(self, standing: Standing) -> Ticket | None:
        """Return the ticket that this slot holds."""
        return self._calls.mine(standing.slot) if standing.slot else None

    def call_again(self, standing: Standing, number: int) -> None:
        """Show the number on the wall once more."""
        self._live("moves")
        self._calls.call_again(standing, number, is_called=True)

    def seated(self, standing: Standing, number: int) -> None:
        """Take the number off the wall: the person is here."""
        self._live("moves")
        self._calls.call_again(standing, number, is_called=False)

    def not_there(self, standing: Standing, number: int) -> None:
        """Put a ticket back that nobody came for; its place in line stays."""
        self._live("moves")
        self._calls.not_there(standing, number)

    def give_back(self, standing: Standing, number: int, is_conflict: bool) -> None:
        """Put a ticket back in its place; after a conflict, not for this slot again."""
        self._live("moves")
        self._calls.give_back(standing, number, is_conflict)

    def open_visit(self, standing: Standing, number: int, action: str = "open_visit") -> bytes:
        """Return the packed visit of a ticket, for an action that opens one; raise Refused."""
        visits = self._live("moves")
        if self.content.desk.rights.opens(action) == "nothing":
            raise Refused("not_allowed")
        self.must(standing, action, number)
        with self._kept(number):
            return visits.packed(number)

    def change(self, standing: Standing, number: int, packed: bytes) -> bytes:
        """Keep answers that were changed with the person; return the sealed visit."""
        visits = self._live("moves")
        self.must(standing, "change_answers", number)
        with self._kept(number):
            return visits.put(number, packed)

    def sign(
        self,
        standing: Standing,
        number: int,
        outcome: str,
        agreed: bool,
        second_look: bool,
        rest: bytes = b"",
    ) -> str:
        """SignOfLife a review, and return the state that follows; `rest` stays in memory alone."""
        visits = self._live("moves")
        self.must(standing, "sign", number)
        goal = self._calls.sign(standing, number, outcome, agreed, second_look)
        with self._kept(number):
            visits.put_rest(number, rest)
        return goal

    def rest_of(self, standing: Standing, number: int) -> bytes | None:
        """Return what a sign-off said beside its outcome, for its holder or the exit."""
        visits = self._live("moves")
        if not any(self.may(standing, one, number) for one in ("open_visit", "print_papers")):
            raise Refused("no_such_ticket")
        with self._kept(number):
            return visits.rest(number)

    # ------------------------------------------------------------ out, and aside

    def let_go(self, standing: Standing, number: int) -> None:
        """Say goodbye at the exit; nothing of the answers stays."""
        self._out(standing, number, "let_go", "done")

    def set_left(self, standing: Standing, number: int) -> None:
        """Note that somebody went away; nothing of the answers stays."""
        self._out(standing, number, "set_left", "left")

    def set_stopped(self, standing: Standing, number: int) -> None:
        """Clear everything of somebody who asks for it."""
        self._out(standing, number, "set_stopped", "stopped")

    def _out(self, standing: Standing, number: int, action: str, goal: str) -> None:
        self._live("moves")
        self._tickets.go(standing, number, action, goal)
        self._forget(number)

    def reopen(self, standing: Standing, number: int) -> None:
        """Let somebody who waits go back to the questions; the place in line stays."""
        self._live("moves")
        self._tickets.go(standing, number, "reopen", "interview")

    def hand_over(self, standing: Standing, number: int, slot: int | None) -> None:
        """Give a ticket to a slot, or back in line."""
        self._live("moves")
        self._calls.hand_over(standing, number, slot)

    def set_place(self, standing: Standing, number: int, place: str) -> None:
        """Write down at which table somebody sits."""
        self._live("moves")
        self._tickets.set_place(standing, number, place)

    def mark_now(self, standing: Standing, number: int) -> None:
        """Put somebody among those who come first."""
        self._live("moves")
        self._tickets.mark_now(standing, number)

    def ticket(self, standing: Standing, number: int) -> Ticket:
        """Return a ticket as it stands, to who may see how far it is."""
        return self._tickets.seen(standing, "see_progress", number)
