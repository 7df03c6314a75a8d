"""Cards and sessions: how a slot is entered, and for how long."""

from interview.desk.cards.cards import Cards, CardSeen, RoleCard
from interview.desk.cards.invitations import Invitations
from interview.desk.cards.sessions import Sessions, SessionSeen

__all__ = ["CardSeen", "Cards", "Invitations", "RoleCard", "SessionSeen", "Sessions"]
