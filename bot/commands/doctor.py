"""Looks at settings, policy, keys, database and Slack, and says for each thing that is wrong what to do."""

import asyncio
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import partial
from pathlib import Path

import aiohttp

from bot import policy, settings
from bot.clock import Clock
from bot.commands import manifest
from bot.commands.backup import PUBLIC
from bot.commands.roster import gap_lines
from bot.errors import Misconfigured, StoreFailed
from bot.handlers.roster.rules.gaps import of_offices
from bot.rules.people import Appointment, Role, holders
from bot.settings import Settings
from bot.store import keys, migrate
from bot.store.engine import connect, quick_check
from bot.store.health import health
from bot.store.key_checks import in_use
from bot.store.purge import waits_until
from bot.store.roster import Roster, RosterCache
from bot.store.witness import Witness

PATIENCE_SECONDS = 10
ALLOWED_SKEW_SECONDS = 60  # Slack itself refuses requests after 300
ANCHORED_WITHIN = timedelta(days=2)  # the timetable drops one a day; a night without the program is no trouble
DATABASE = {  # what StoreFailed means for the host's operator
    "locked": "is held by another program; stop that one, or look again in a minute",
    "full": "finds no room on its disk; make some",
    "lost": "cannot be reached or opened; start it, and check DATABASE_URL and who may read it",
    "corrupt": "is damaged; stop the bot and bring back the last good backup",
}


@dataclass(frozen=True)
class Finding:
    """How one thing stands: `ok`, `warning` or `wrong`, and a sentence that says what to do about it."""

    subject: str
    state: str
    sentence: str


def examine(env: Path, clock: Clock) -> list[Finding]:
    """Every finding, in the order in which to mend them; without settings there is nothing further to look at."""
    try:
        found = settings.read(env)
    except Misconfigured as error:
        return [Finding("settings", "wrong", mistake) for mistake in error.mistakes]
    findings = [Finding("settings", "ok", "complete")]
    for subject, look in LOOKS.items():
        findings += _looked(subject, partial(look, found))
    findings += _looked("witness", lambda: _witness(found, clock.now()))
    if all(finding.state != "wrong" for finding in findings):  # only then the roster can be opened
        findings += _looked("danger", lambda: _danger(found, clock.now()))
        findings += _looked("offices", lambda: _offices(found, clock.now()))
    findings += _looked("slack", lambda: asyncio.run(_slack(found, clock)))
    return list(dict.fromkeys(findings))  # two looks at one broken database find the same


def _looked(subject: str, look: Callable[[], Iterable[Finding]]) -> list[Finding]:
    """What `look` finds; what it stumbles over is a finding too."""
    try:
        found = list(look())
    except Misconfigured as error:
        return [Finding(subject, "wrong", mistake) for mistake in error.mistakes]
    except StoreFailed as error:
        advice = DATABASE.get(error.kind, "fails in an unknown way; look at its own log")
        return [Finding("database", "wrong", advice)]
    except (aiohttp.ClientError, TimeoutError):
        return [Finding(subject, "wrong", "cannot be reached; check SLACK_API_URL and the way out of this host")]
    return found if any(f.state == "wrong" for f in found) else [Finding(subject, "ok", "in order"), *found]


def _policy(found: Settings) -> Iterator[Finding]:
    read = policy.load(found.policy_file)
    if not read.stress_check.electronic_form_decision:
        yield Finding(
            "policy",
            "warning",
            "stress_check.electronic_form_decision is empty; answering in Slack needs it (Aku 21)",
        )
    if not read.step_up_codes:
        yield Finding(
            "policy", "warning", "step_up_codes is off; whoever holds an unlocked Slack opens identities with it (G5)"
        )


def _keys(found: Settings) -> Iterator[Finding]:
    stored, wanted = in_use(found.database_url)
    for key in keys.status(found.key_directory, stored=stored, needed=wanted):
        if key.mistake:
            yield Finding("keys", "wrong", key.mistake)


def _database(found: Settings) -> Iterator[Finding]:
    migrate.require_current(found.database_url)
    with closing(connect(found.database_url)) as database:
        quick_check(database)
        state = database.read_now(health)
    if state.dead:
        yield Finding("messages", "warning", f"{state.dead} were given up; the log names each as outcome=ours or gone")
    if "chase" not in state.beats:
        yield Finding("timetable", "warning", "has never run on this database; start `run`, or `python -m scheduler`")
    else:
        yield Finding("timetable", "ok", f"last looked at the deadlines at {state.beats['chase']:%Y-%m-%d %H:%M} UTC")


def _witness(found: Settings, now: datetime) -> Iterator[Finding]:
    """What must outlive a restore, and whether there could be one."""
    folder = found.witness_directory
    where = next(one for one in (folder, *folder.resolve().parents) if one.exists())
    if not (where.is_dir() and os.access(where, os.W_OK | os.X_OK)):
        advice = "cannot be written; without it a restore brings back what was destroyed (WITNESS_DIRECTORY)"
        yield Finding("witness", "wrong", advice)
    elif not migrate.needs_upgrade(found.database_url):
        yield from _outside(found, now)
    if not (found.key_directory / PUBLIC).exists():
        advice = "none can be made yet; `python -m bot keys backup FILE` makes the key that they are sealed to"
        yield Finding("backups", "warning", advice)


def _outside(found: Settings, now: datetime) -> Iterator[Finding]:
    """Whether the witness knows what the database knows; before the timetable has run once nothing is expected."""
    with closing(connect(found.database_url)) as database:
        state = database.read_now(health)
    witness = Witness(found.witness_directory)
    newest = max((one.day for one in witness.anchors()), default=None)
    office = policy.office_calendar(policy.load(found.policy_file))
    today = office.day(now)
    late = today - newest > ANCHORED_WITHIN if newest else "purge" in state.beats  # that tick drops the first one
    if state.beats and late:
        last = f"the newest anchor is of {newest}" if newest else "there is no anchor, though the timetable has run"
        advice = "start `run` or `python -m scheduler`, and see what its log says of no-witness (WITNESS_DIRECTORY)"
        yield Finding("witness", "wrong", f"{last}; {advice}")
    if state.unburied:
        advice = "wait in the database; `run` notes them within the hour, and its log names no-witness if it cannot"
        yield Finding("witness", "warning", f"{state.unburied} notes of what was destroyed (table tombstone) {advice}")
    if waits := waits_until(state.beats, office, now):
        advice = f"nothing is disposed of until {waits} is over; set the host's clock right if it is not"
        yield Finding("clock", "warning", f"it has leapt by more than 40 days since the timetable last ran: {advice}")
    strange = witness.strange_lines()
    if strange:
        advice = "were cut off or are not the program's, and count for nothing; compare the folder with its copy"
        yield Finding("witness", "warning", f"{strange} lines of the files {advice}")


def _danger(found: Settings, now: datetime) -> Iterator[Finding]:
    """Whether a call for help would reach anybody today (Yam 10(4)(2))."""
    read = policy.load(found.policy_file)
    today = policy.office_calendar(read).day(now)
    if not holders(_in_force(found, today), [Role(role) for role in read.danger.on_call], today):
        yield Finding(
            "danger",
            "warning",
            "nobody holds an office of danger.on_call today, so a call for help reaches nobody; appoint one",
        )


def _offices(found: Settings, now: datetime) -> Iterator[Finding]:
    """Which offices have too few people or an empty seat today; nothing stops for it (R2, K10)."""
    read = policy.load(found.policy_file)
    today = policy.office_calendar(read).day(now)
    gaps = gap_lines(of_offices(_in_force(found, today), read, today))
    missing = ", ".join(f"{where} ({what})" for what, where, _ in gaps)
    if missing:
        yield Finding("offices", "warning", f"somebody is missing today: {missing}; appoint them, or import the roster")


def _in_force(found: Settings, today: date) -> Sequence[Appointment]:
    ring = keys.KeyRing.load(found.key_directory)
    with closing(connect(found.database_url)) as database:
        return database.read_now(lambda connection: Roster(connection, ring, RosterCache()).in_force(today))


LOOKS: dict[str, Callable[[Settings], Iterator[Finding]]] = {
    "policy": _policy,
    "keys": _keys,
    "database": _database,
}


async def _slack(found: Settings, clock: Clock) -> list[Finding]:
    """Is the token Slack's, of this team, with the scopes of the manifest, and does this host know the time?"""
    patience = aiohttp.ClientTimeout(total=PATIENCE_SECONDS)
    headers = {"Authorization": f"Bearer {found.slack_bot_token}"}
    async with (
        aiohttp.ClientSession(timeout=patience, headers=headers) as session,
        session.post(f"{found.slack_api_url}auth.test") as answer,
    ):
        now = clock.now()
        body = await answer.json(content_type=None) if answer.status == 200 else {}
        granted = {scope.strip() for scope in answer.headers.get("x-oauth-scopes", "").split(",")} - {""}
        told_at = answer.headers.get("Date", "")
    if not isinstance(body, dict) or not body.get("ok"):
        return [Finding("slack", "wrong", "refuses SLACK_BOT_TOKEN; install the app again and copy the token")]
    return [*_team(found, body.get("team_id")), *_scopes(granted), *_skew(told_at, now)]


def _team(found: Settings, team: object) -> Iterator[Finding]:
    if team != found.slack_team_id:
        yield Finding("slack", "wrong", "SLACK_BOT_TOKEN belongs to another workspace than SLACK_TEAM_ID names")


def _scopes(granted: set[str]) -> Iterator[Finding]:
    """The strict manifest lacks im:history on purpose, so that one is only warned of."""
    missing = manifest.scopes() - granted
    for scope in sorted(missing - {"im:history"}):
        yield Finding("slack", "wrong", f"the scope {scope} is missing; add it and install the app again")
    if "im:history" in missing:
        yield Finding("slack", "warning", "without im:history nobody who types into the DM gets an answer")
    for scope in sorted(granted - manifest.scopes()):
        yield Finding("slack", "warning", f"the scope {scope} is not needed; take it away and install again")


def _skew(told_at: str, now: datetime) -> Iterator[Finding]:
    try:
        seconds = round((now - parsedate_to_datetime(told_at)).total_seconds())
    except (TypeError, ValueError):
        yield Finding("slack", "warning", "sent no date, so this host's clock could not be compared")
        return
    if abs(seconds) > ALLOWED_SKEW_SECONDS:
        yield Finding("clock", "wrong", f"differs from Slack's by {seconds} seconds; switch time synchronisation on")
