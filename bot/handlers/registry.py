"""The flows, in the order of the menu: a new one is a folder and a line here."""

from bot.handlers.danger.flow import Danger
from bot.handlers.flow import Flow
from bot.handlers.harassment.flow import Harassment
from bot.handlers.hr_digest.flow import HrDigest
from bot.handlers.own_records.flow import OwnRecords
from bot.handlers.peer_support.flow import PeerSupport
from bot.handlers.roster.flow import Roster
from bot.handlers.step_up.flow import StepUp
from bot.handlers.stress_check.flow import StressCheck

OF_THE_REGULATIONS: tuple[Flow, ...] = (
    Danger(),
    PeerSupport(),
    Harassment(),
    StressCheck(),
    Roster(),
    StepUp(),
)  # fmt: skip - a new one: here
ALL_BUT_OWN: tuple[Flow, ...] = (
    *OF_THE_REGULATIONS,
    HrDigest((*OF_THE_REGULATIONS, OwnRecords(()))),  # it tells what all the others count and owe
)
FLOWS: tuple[Flow, ...] = (*ALL_BUT_OWN, OwnRecords(ALL_BUT_OWN))  # it shows what all the others hold
