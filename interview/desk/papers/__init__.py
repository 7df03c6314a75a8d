"""The papers of the desk: cards, tickets, role sheets, the wall, plan B, the proof of closing."""

from interview.desk.papers.cards import PrintedCard, role_cards_pdf, spare_tickets_pdf
from interview.desk.papers.order import DeskOrder
from interview.desk.papers.proof import Proof, proof_pdf
from interview.desk.papers.sheets import plan_b_pdf, role_sheet_pdf, wall_pdf

__all__ = [
    "DeskOrder",
    "PrintedCard",
    "Proof",
    "plan_b_pdf",
    "proof_pdf",
    "role_cards_pdf",
    "role_sheet_pdf",
    "spare_tickets_pdf",
    "wall_pdf",
]
