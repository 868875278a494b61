"""Gives people the secret for their authenticator app, and shows who has one; the secret itself is shown once only."""

from collections.abc import Iterator

from bot.effects import apply
from bot.errors import Misconfigured
from bot.handlers.step_up.flow import StepUp
from bot.rules.cases import Case
from bot.rules.people import Role, roles_of
from bot.rules.step_up import CODE, FLOW, WITH_CODES
from bot.rules.step_up import enrol as enrolment
from bot.store import codes
from bot.store.unit import Store, Unit

Line = tuple[str, str, str]


def enrol(store: Store, person: str) -> str:
    """A new secret for somebody on the roster, as the otpauth address for their app; one from before counts no more.

    Raises Misconfigured for who is not on the roster, or StoreFailed.
    """
    secret = codes.new_secret()
    if not store.run_now(lambda unit: give(unit, person, secret)):
        raise Misconfigured([f"{person}: is not on the roster; `python -m bot roster import` brings it in"])
    return codes.address(secret, person, store.house.policy.organisation.en)


def give(unit: Unit, person: str, secret: str) -> bool:
    """Write the secret of somebody with its audit row; the host's operator acts (E4). False for who is unknown."""
    if unit.roster.person(person) is None:
        return False
    flow, house = StepUp(), unit.house
    case = _enrolled(unit, person) or Case(
        id=unit.casebook.case_id_for(FLOW, CODE, person, CODE), flow=FLOW, kind=CODE, state="", rev=0, period=CODE,
        opened_month=house.office.month(unit.now), policy_version=house.policy.version,
    )  # fmt: skip
    after = apply(unit, {FLOW: flow}, flow, case, enrolment(secret, person, case, house.office.day(unit.now)))
    unit.audit.append(
        actor="operator", hat=Role.OPERATOR, act="totp.enrol", obj=after.id, outcome="done", rev=after.rev, digest=b""
    )
    return True


def table(store: Store) -> Iterator[Line]:
    """Whoever holds an office that needs codes, or has them: the name, the person, since when."""
    yield from store.run_now(lambda unit: [_line(unit, person) for person in needing(unit)])


def needing(unit: Unit) -> list[str]:
    """Who holds an office today to which something is opened only by a code, in the roster's order."""
    today = unit.house.office.day(unit.now)
    return [p for p in unit.roster.people() if roles_of(unit.roster.held_by(p), p, today) & WITH_CODES]


def secret_of(unit: Unit, person: str) -> str:
    """The secret that somebody's app holds, for the practice phone of the sandbox; "" for who has none."""
    found = _enrolled(unit, person)
    return str(found.body["secret"]) if found else ""


def _enrolled(unit: Unit, person: str) -> Case | None:
    return unit.casebook.load(unit.casebook.case_id_for(FLOW, CODE, person, CODE))


def _line(unit: Unit, person: str) -> Line:
    found, row = _enrolled(unit, person), unit.roster.person(person)
    return person, row.name if row else "", f"since {found.body['enrolled_on']}" if found else "not enrolled"
