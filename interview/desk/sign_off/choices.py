"""What a reviewer can choose at the sign-off of one person: groups of choices, no box for text."""

from collections.abc import Iterable
from dataclasses import dataclass

from interview.content import SignOffChoice
from interview.languages import Tongue
from interview.screening import Result, Screening, letter_asks
from interview.summary import SummaryContext, client_context, to_gather

# The paper of a fact that is to be found out, and of a good factor; the id follows.
FACT, FACTOR = "fact:", "factor:"
# What a form calls the reason why a flag is not right; the flag's id follows.
WHY = "why:"


@dataclass(frozen=True)
class Choice:
    """One choice, by its id, in the reviewer's language; `note` stands under it."""

    id: str
    label: str
    note: str = ""


@dataclass(frozen=True)
class ChoiceGroup:
    """Choices under a title; `many`: any number of them may be chosen, and none."""

    field: str
    title: str
    choices: tuple[Choice, ...]
    many: bool = False

    def label(self, id: str) -> str:
        """Return what a choice of this group is called."""
        return next(choice.label for choice in self.choices if choice.id == id)


@dataclass(frozen=True)
class SignOffForm:
    """Everything that can be chosen for one person, group by group; `pen` says who signs how.

    `why` has a group for each raised flag: its field is WHY and the flag's id.
    """

    title: str
    pen: str
    outcome: ChoiceGroup
    agreed: ChoiceGroup
    flags_title: str
    why: tuple[ChoiceGroup, ...]
    papers: ChoiceGroup
    by_when: ChoiceGroup
    agreement: ChoiceGroup
    hand_over: ChoiceGroup
    second_look: ChoiceGroup

    def groups(self) -> tuple[ChoiceGroup, ...]:
        """Return every group, in the order of the page."""
        return (
            self.outcome, self.agreed, *self.why, self.papers, self.by_when, self.agreement,
            self.hand_over, self.second_look,
        )  # fmt: skip


def sign_off_form(screening: Screening, result: Result, tongue: Tongue) -> SignOffForm:
    """Return what a reviewer can choose for the person of a result, said in one language."""
    context = client_context(screening, result, tongue)
    words = screening.content.desk.sign_off
    say, titles = context.say, words.titles

    def group(field: str, found: Iterable[SignOffChoice], many: bool = False) -> ChoiceGroup:
        choices = tuple(Choice(one.id, say(one.label)) for one in found)
        return ChoiceGroup(field, say(getattr(titles, field)), choices, many)

    return SignOffForm(
        title=say(titles.title),
        pen=say(titles.pen),
        outcome=group("outcome", words.outcomes),
        agreed=group("agreed", words.agreed),
        flags_title=say(titles.flags),
        why=tuple(
            ChoiceGroup(f"{WHY}{flag.id}", say(flag.name), group("agreed", words.why).choices)
            for flag in context.raised()
        ),
        papers=ChoiceGroup("papers", say(titles.papers), _papers(context, tongue), many=True),
        by_when=group("by_when", words.by_when),
        agreement=group("agreement", words.agreement),
        hand_over=group("hand_over", handed_over(screening, result, tongue), many=True),
        second_look=group("second_look", words.second_look),
    )


def handed_over(screening: Screening, result: Result, tongue: Tongue) -> tuple[SignOffChoice, ...]:
    """Return what can be handed over: the draft of a letter only where one may be drafted."""
    content = screening.content
    found = {
        "always": True,
        "letter": bool(letter_asks(content, result)),
        "gather": to_gather(screening, result, tongue).is_any,
    }
    return tuple(one for one in content.desk.sign_off.hand_over if found[one.only_if])


def _papers(context: SummaryContext, tongue: Tongue) -> tuple[Choice, ...]:
    """The papers of this person: for what is not known, for what was answered, for good factors."""
    gather = to_gather(context.screening, context.result, tongue)
    questions = context.questions
    found = (*gather.for_days, *gather.for_flags, *gather.for_programs)
    facts = dict.fromkeys((*context.result.missing, *found, *gather.unknown))
    factors = [f for f in context.content.factors.positive if f.id in context.result.positive]
    return (
        *(
            Choice(
                f"{FACT}{fact}",
                context.say(questions[fact].short),
                context.say(questions[fact].find_out),
            )
            for fact in facts
        ),
        *(
            Choice(f"{FACTOR}{one.id}.{number}", context.say(paper.text), context.say(one.name))
            for one in factors
            for number, paper in enumerate(one.evidence)
        ),
    )
