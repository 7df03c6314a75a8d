"""How slots and devices come in, and how the coordinator runs the day."""

from dataclasses import dataclass

from sqlalchemy import update

from interview.desk.cards import CardSeen, RoleCard, SessionSeen
from interview.desk.life.core import CLOSED, DRAFT, DeskCore
from interview.desk.memory import KEY_FILE, EventKey, WrongKeyWords
from interview.desk.rights import Refused, Standing
from interview.desk.store import tables
from interview.desk.tallies import Published, count, publish, read_tally
from interview.paper import normal

_EVENT = tables.event
# The first card of each day.
COORDINATOR = 1
CLOSING = "closing"


@dataclass(frozen=True)
class LeftOver:
    """What is left of a day: rows by table, bytes by file, and what is told of it."""

    state: str
    tables: tuple[tuple[str, int], ...]
    files: tuple[tuple[str, int], ...]
    key_file_is_gone: bool
    published: Published


class DeskEntry(DeskCore):
    """Cards, sessions and the life of the day."""

    # ------------------------------------------------------------ the key

    def unlock(self, words: str) -> None:
        """Open a planned day, or take up one that was stopped, with the coordinator's four words.

        Raises Refused, and KeyFileError where the key is not there.
        """
        self.tick()
        if self.state == CLOSED:
            raise Refused("not_open")
        if self.state == DRAFT:
            self._open_first(words)
            return
        try:
            self._hold(EventKey.read(self.store.folder, self.event_id, normal(words)))
        except WrongKeyWords:
            raise Refused("no_words") from None
        self._cards.make_new(COORDINATOR)

    def _open_first(self, words: str) -> None:
        try:
            self._cards.check(f"{COORDINATOR} {words}")
        except Refused as refused:
            raise Refused("no_words") if refused.reason == "no_card" else refused from None
        key = EventKey.new()
        key.wrap(self.store.folder, self.event_id, normal(words), self._cost)
        self._hold(key)
        self._go("open")

    # ------------------------------------------------------------ sessions

    def enter(self, code: str, token: str | None = None) -> tuple[str, Standing]:
        """Let a card in, and return the secret of its session; raise Refused.

        A card enters once. The device that it entered with, known by its old `token`, may come back
        with the same card after a rest.
        """
        self.tick()
        found = self._cards.check(code)
        with self.store.write() as connection:
            is_back = self._sessions.rested_slot(connection, token) == found.number
            self._cards.use(connection, found, is_back)
            fresh = self._sessions.begin(connection, slot=found.number)
        return fresh, self._known(fresh)

    def _known(self, token: str) -> Standing:
        standing = self._sessions.standing(token)
        if standing is None:
            raise Refused("not_open")
        return standing

    def standing(self, token: str) -> Standing | None:
        """Return how a session stands; None where it is unknown, rested too long, or over."""
        self.tick()
        return self._sessions.standing(token)

    def leave(self, token: str) -> None:
        """End a session for good: its card does not come back."""
        self._sessions.end(token)

    def sessions(self, standing: Standing) -> tuple[SessionSeen, ...]:
        """Return the sessions that are not over."""
        self.must(standing, "see_cards")
        return self._sessions.seen()

    def end_session(self, standing: Standing, shown: str) -> None:
        """End a session of somebody else, by the id that the list shows."""
        self.must(standing, "end_session")
        self._sessions.end_shown(shown)

    def cards(self, standing: Standing) -> tuple[CardSeen, ...]:
        """Return what is known of each card: used, dead, wrong tries."""
        self.must(standing, "see_cards")
        return self._cards.seen()

    def issue_card(self, standing: Standing, slot: int) -> RoleCard:
        """Make a new card for a slot; the old one and its sessions are over."""
        self.must(standing, "issue_card")
        return self.issue_here(slot)

    def issue_here(self, slot: int) -> RoleCard:
        """Make a new card for a slot, from the command line of the desk's own machine."""
        card = self._cards.issue(slot)
        with self.store.write() as connection:
            self._sessions.end_of_slot(connection, slot)
        if slot == COORDINATOR and self._key is not None:
            words = normal(" ".join(card.words))
            self._key.wrap(self.store.folder, self.event_id, words, self._cost)
        return card

    def add_card(
        self, standing: Standing, role: str, can_court: bool, languages: tuple[str, ...]
    ) -> RoleCard:
        """Make a card for a new slot; there is one coordinator."""
        self.must(standing, "issue_card")
        known = {one.id for one in self.content.desk.rights.roles if one.has_card}
        if role not in known or role == standing.role or not languages:
            raise Refused("no_slot")
        return self._cards.add(role, can_court and role == "reviewer", languages)

    def invite(self, standing: Standing, number: int) -> str:
        """Return a code that joins one device to a ticket, once and soon."""
        self._live("moves")
        self.must(standing, "join_device", number)
        return self._invitations.make(number)

    def accept(self, code: str) -> tuple[str, Standing]:
        """Join a device to a ticket, and return the secret of its session; raise Refused."""
        self._live("moves")
        number = self._invitations.take(code)
        with self.store.write() as connection:
            ticket = self._rows.find(connection, number)
            if self.content.desk.moves.state(ticket.state).station not in ("door", "room"):
                raise Refused("no_card")
            fresh = self._sessions.begin(connection, number=number)
        return fresh, self._known(fresh)

    # ------------------------------------------------------------ the life of the day

    def pause(self, standing: Standing) -> None:
        """Take no new tickets; those inside go on."""
        self._change_life(standing, "pause", "paused")

    def resume(self, standing: Standing) -> None:
        """Take new tickets again, after a pause or a closing that was not meant."""
        self._change_life(standing, "resume", "open")

    def begin_closing(self, standing: Standing) -> None:
        """Call nobody any more; those inside go out."""
        self._change_life(standing, "close", "closing")

    def _change_life(self, standing: Standing, action: str, goal: str) -> None:
        self.tick()
        self.must(standing, action)
        self._go(goal)

    def extend(self, standing: Standing, minutes: int) -> None:
        """Put the closing off, once; raise Refused."""
        self.tick()
        self.must(standing, "extend")
        longest = self.content.desk.plan.longest_extension_minutes
        row, tz = self._row(), self.now().tzinfo
        until = row.closes_at + minutes * 60
        local = self.closes_at.fromtimestamp(until, tz)
        if row.is_extended:
            raise Refused("extended_before")
        if not 0 < minutes <= longest or local.date() != self.plan.day:
            raise Refused("too_long", count=longest)
        change = update(_EVENT).where(_EVENT.c.id == self.event_id, _EVENT.c.is_extended == 0)
        with self.store.write() as connection:
            connection.execute(change.values(closes_at=until, is_extended=1))

    def close(self, standing: Standing) -> LeftOver:
        """Close the day for good, and return what is left of it."""
        self.must(standing, "close")
        self._close()
        return self.left_over()

    def close_here(self) -> LeftOver:
        """Close the day from the command line of its own machine."""
        self._close()
        return self.left_over()

    def preview(self, standing: Standing) -> Published:
        """Return what would be told of the day; nothing while people are still called."""
        self.must(standing, "close")
        if self.state != CLOSING:
            raise Refused("not_allowed")
        with self.store.read() as connection:
            rule = self.content.desk.queue
            counts = count(connection, self.event_id, rule, self.plan.languages)
        return publish(counts, self.plan.smallest, rule.range_minutes)

    def left_over(self) -> LeftOver:
        """Return what is left of the day, table by table and file by file."""
        with self.store.read() as connection:
            published = read_tally(connection, self.event_id)
        files = self.store.files()
        gone = KEY_FILE not in dict(files)
        return LeftOver(self.state, self.store.rows(self.event_id), files, gone, published)
