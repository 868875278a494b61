"""The flows, in the order of the menu: a new one is a folder and a line here."""

from bot.handlers.flow import Flow
from bot.handlers.peer_support.flow import PeerSupport

FLOWS: tuple[Flow, ...] = (PeerSupport(),)
