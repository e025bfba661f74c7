"""Reports → Stories: a slim Card of each report, cards of one event grouped, and new cards placed without touching the rest."""

from whence.stories.card import Card, card_bytes, card_from, lead_bytes, lead_text, make_card
from whence.stories.group import group
from whence.stories.place import alike_reports, near_leads, regroup

__all__ = ["Card", "alike_reports", "card_bytes", "card_from", "group", "lead_bytes", "lead_text", "make_card", "near_leads", "regroup"]
