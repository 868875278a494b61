"""What `python -m bot retention` does: what has been kept long enough is handed back or goes, by order (Aku 17)."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from io import BytesIO
from pathlib import Path

from bot import disposal
from bot.app import open_store
from bot.casework import Casework
from bot.clock import Clock
from bot.disposal import DESTROY, PACK, Standing
from bot.errors import Misconfigured, SealBroken
from bot.handlers.registry import FLOWS
from bot.rules.people import Role
from bot.rules.policy import RetentionRule
from bot.rules.retention import is_held
from bot.settings import Settings
from bot.store import audit, envelope
from bot.store.keyfiles import READ_ONLY, new_file, new_files, read_private
from bot.store.unit import Store, Unit
from bot.store.witness import Certificate, Witness, is_one_line

PURPOSE, RETURN = "return", "return"
FOR_ALL = 0o644  # a public key is handed on


def status(settings: Settings, clock: Clock) -> list[Standing]:
    """Every class: what is kept and what has been kept long enough. Raises as `open_store`."""
    with open_store(settings, clock) as store:
        courses = Casework(store, FLOWS).flows
        return store.run_now(lambda unit: disposal.standings(unit, courses))


def pack(settings: Settings, clock: Clock, name: str, public: Path, target: Path) -> int:
    """Seal the records of a class that have been kept long enough to a named key; gives how many. They stay until
    `destroy`.

    `public` is the file with the receiver's public key: the implementer's or the next joint clerk's, never that of
    general affairs (S12). Raises Misconfigured, StoreFailed.
    """
    key = _public(public)
    with open_store(settings, clock) as store:
        today = _rule(store, name, clock)[1]
        courses, whole, number, after = Casework(store, FLOWS).flows, BytesIO(), 0, ""
        while True:
            after, lines = store.run_now(
                lambda unit, after=after: disposal.packed(unit, courses, name, today, after)  # type: ignore[misc]
            )
            if not lines:
                break
            whole.write("".join(f"{line}\n" for line in lines).encode())
            number += len(lines)
        if number:
            whole.seek(0)
            with new_file(target) as sealed:
                envelope.seal_stream(whole, sealed, key, PURPOSE)
        store.run_now(lambda unit: _note(unit, PACK, name))
    return number


def unpack(file: Path, private: Path, target: Path) -> None:
    """What the receiver does with a package: open it with the private key into a file of their own, JSON by lines.

    Raises Misconfigured where it does not open with this key, or `target` is there already.
    """
    key = read_private(private)
    with file.open("rb") as sealed, new_file(target) as opened:
        try:
            envelope.open_stream(sealed, opened, key, PURPOSE)
        except SealBroken as error:
            raise Misconfigured([f"{file} does not open with {private}: {error}."]) from None


def make_pair(private: Path) -> Path:
    """The receiver's pair of keys; gives the file of the public one, which may be handed on. Raises Misconfigured."""
    mine, public = envelope.new_pair()
    told = private.with_name(f"{private.name}.pub")
    with new_files({private: READ_ONLY, told: FOR_ALL}) as (file, beside):
        file.write(mine)
        beside.write(f"{public.hex()}\n".encode())
    return told


def destroy(settings: Settings, clock: Clock, name: str, order: str, dated: date) -> int:
    """Destroy the records of a class that have been kept long enough, by a dated order; gives how many.

    Of a class that is returned, only what was kept long enough when it was packed. Each batch is certified as soon as
    it is gone, so that whatever stops the program, the certificates say what was destroyed until then. Raises
    Misconfigured, StoreFailed.
    """
    if not is_one_line(order):
        raise Misconfigured(["--order: must be one line of printable text, as it stands on the order"])
    with open_store(settings, clock) as store:
        rule, before = _rule(store, name, clock)
        if dated > before:
            raise Misconfigured([f"the order is dated {dated}, which is still to come"])
        if rule.at_the_end == RETURN:
            packed = store.run_now(lambda unit: audit.last_done(unit.connection, unit.house.ring, PACK, name))
            if packed is None:
                raise Misconfigured([f"{name} is handed back first: `python -m bot retention pack` makes the package"])
            before = min(before, store.house.office.day(packed))
        witness = Witness(settings.witness_directory)
        witness.ready_to_certify()
        courses, number = Casework(store, FLOWS).flows, 0

        def batch() -> int:
            gone = store.run_now(lambda unit: len(disposal.destroyed(unit, courses, name, before, Role.OPERATOR)))
            if gone:
                today = store.house.office.day(clock.now())
                witness.certify(Certificate(today, name, gone, f"{order} of {dated.isoformat()}"))
            return gone

        with ThreadPoolExecutor(1) as hand:  # a signal interrupts this thread, never a batch before its certificate
            while gone := hand.submit(batch).result():
                number += gone
    return number


def _rule(store: Store, name: str, clock: Clock) -> tuple[RetentionRule, date]:
    """The rule of a class that may be disposed of by somebody's order today, and today."""
    today, rules = store.house.office.day(clock.now()), store.house.policy.retention
    if name not in rules:
        raise Misconfigured([f"{name} is no class of [retention] in the policy: {', '.join(rules)}"])
    rule = rules[name]
    if rule.years is None:
        raise Misconfigured([f"how long {name} is kept has not been decided: write retention.{name}.years (K8)"])
    if rule.at_the_end == DESTROY:
        raise Misconfigured([f"{name} needs no order: the timetable destroys it, and `retention status` tells when"])
    if is_held(rule, today):
        raise Misconfigured([f"{name} is held until {rule.hold_until} by {rule.hold_order}"])
    return rule, today


def _note(unit: Unit, act: str, name: str) -> None:
    unit.audit.append(actor="operator", hat=Role.OPERATOR, act=act, obj=name, outcome="done", rev=0, digest=b"")


def _public(file: Path) -> bytes:
    try:
        key = bytes.fromhex(file.read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        key = b""
    if len(key) != envelope.KEY_BYTES:
        raise Misconfigured([f"{file} is not a public key: `python -m bot retention pair FILE` makes one"])
    return key
