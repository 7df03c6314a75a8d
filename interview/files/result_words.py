"""A result in a few words, for a list of many people: the lane, how soon, and why."""

import datetime
from collections.abc import Callable, Sequence

from interview.content import URGENCIES, Content, Text
from interview.languages import Tongue, without_marks
from interview.rules import remember
from interview.screening import Result

MOST_REASONS = 3
BETWEEN = "; "


class ResultWords:
    """Says results in one tongue; what was said before is remembered."""

    def __init__(self, content: Content, tongue: Tongue) -> None:
        self._tongue = tongue
        self._words = content.papers.outcomes
        self._chips: dict[str, Text] = {lane.id: lane.chip for lane in content.wording.lanes}
        self._flags = {flag.id: flag for flag in content.flags}
        self._urgencies = {flag.id: URGENCIES.index(flag.urgency) for flag in content.flags}
        self._triage = {
            question.id: question
            for question in content.questions
            if question.id in content.papers.sign_up.short
        }
        self._seen: dict[object, str] = {}

    def lane(self, lane: str) -> str:
        """Say a lane by its color."""
        return self._say(getattr(self._words.lanes, lane))

    @property
    def not_read(self) -> str:
        """Say that a person's row could not be read."""
        return self._say(self._words.not_read)

    def how_soon(self, result: Result) -> str:
        """Say how soon a lawyer is needed."""
        return self.how_soon_in(result.lane, result.as_of)

    def how_soon_in(self, lane: str, as_of: datetime.date) -> str:
        """Say how soon everybody of a lane needs a lawyer, as of a local date."""
        key = (lane, as_of)
        said = self._seen.get(key)
        return said or remember(self._seen, key, self._on_day(self._chips[lane], as_of))

    def why(self, result: Result) -> str:
        """Name the raised flags, the most urgent first: at most three, and how many more.

        Before the end, name the questions too that say who is first and that nobody asked yet.
        """
        open_yet = tuple(fact for fact in self._triage if fact in result.not_reached)
        key = (result.raised(), result.as_of, open_yet)
        said = self._seen.get(key)
        return said if said is not None else remember(self._seen, key, self.why_by(*key))

    def why_by(
        self, raised: Sequence[str], as_of: datetime.date, open_yet: Sequence[str] = ()
    ) -> str:
        """Name these flags as of a local date, and the questions that nobody asked yet."""
        by_urgency = sorted(raised, key=self._urgencies.__getitem__)
        named = self._some(by_urgency, lambda flag: self._flag(flag, as_of))
        if open_yet:
            asked = self._some(open_yet, lambda fact: self._say(self._triage[fact].short))
            named.append(self._say(self._words.not_asked).format(fact=BETWEEN.join(asked)))
        return BETWEEN.join(named)

    def _some(self, ids: Sequence[str], say: Callable[[str], str]) -> list[str]:
        """Say the first of some, and how many more there are."""
        said = [say(one) for one in ids[:MOST_REASONS]]
        if more := len(ids) - len(said):
            said.append(self._say(self._words.and_more).format(count=more))
        return said

    def _flag(self, flag: str, as_of: datetime.date) -> str:
        key = (flag, as_of)
        said = self._seen.get(key)
        return said or remember(self._seen, key, self._on_day(self._flags[flag].name, as_of))

    def _on_day(self, text: Text, as_of: datetime.date) -> str:
        said = text.on(as_of)
        assert said is not None, "what exists on a day says something on it"
        return self._say(said)

    def _say(self, text: Text) -> str:
        return without_marks(self._tongue.say(text))
