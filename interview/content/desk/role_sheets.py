"""What the file of the role sheets may say: a printed page a role."""

from typing import Annotated

from pydantic import Field

from interview.content.model import AnyText, Model, Signable

Lines = Annotated[tuple[AnyText, ...], Field(min_length=1)]


class RoleSheet(Model):
    """A role by its id: what it is there for, what it does, and what it never says.

    `law` are the lines that keep it from the practice of law; they stand on its screen, too.
    """

    id: str
    what_for: AnyText
    do: Lines
    never_say: Lines
    say: Lines
    law: Lines


class RoleSheets(Signable):
    """The sheets of all roles, and the words that they share."""

    title: AnyText
    do: AnyText
    never_say: AnyText
    say: AnyText
    law: AnyText
    everybody_title: AnyText
    everybody: Lines
    roles: Annotated[tuple[RoleSheet, ...], Field(min_length=1)]
