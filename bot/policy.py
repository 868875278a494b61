"""Reads policy.toml into a frozen Policy and names every mistake in it at once by its key path."""

import hashlib
import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, get_type_hints
from zoneinfo import ZoneInfo

from pydantic import ConfigDict, TypeAdapter, ValidationError

from bot.errors import Misconfigured
from bot.rules.office import OfficeCalendar
from bot.rules.policy import Policy
from bot.rules.policy_checks import WEEKDAYS, mistakes_in, month_and_day

# The keys without a legal default: `python -m bot init` asks exactly these (R1).
ASKED_BY_INIT = frozenset(
    {
        "organisation.ja",
        "organisation.en",
        "office.zone",
        "office.opens",
        "office.closes",
        "contacts.peer.phone",
        "contacts.harassment.phone",
        "contacts.stress.phone",
        "contacts.on_duty.phone",
    }
)
STRICT = ConfigDict(extra="forbid")
# What to do about each kind of mistake that pydantic finds; its own sentence says the rest.
REMEDIES = {
    "missing": "is missing; add it",
    "unexpected_keyword_argument": "is not known; remove it or correct its name",
    "extra_forbidden": "is not known; remove it or correct its name",
    "literal_error": "must be one of {expected}",
    "dataclass_type": "must be a table",
    "mapping_type": "must be a table",
    "dict_type": "must be a table",
    "tuple_type": "must be a list",
    "frozen_set_type": "must be a list",
    "string_type": "must be a text in quotes",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_from_float": "must be a whole number",
    "time_type": "must be a time such as 08:30:00",
    "time_parsing": "must be a time such as 08:30:00",
    "date_type": "must be a date such as 2026-04-01",
}


def load(path: Path) -> Policy:
    """The policy in the file at `path`.

    Raises Misconfigured with one sentence for every mistake, each beginning with its key path.
    """
    try:
        content = path.read_bytes()
        keys = tomllib.loads(content.decode())
    except OSError as error:
        raise Misconfigured([f"{path.name}: cannot be read; check that it exists and is readable"]) from error
    except UnicodeDecodeError as error:
        raise Misconfigured([f"{path.name}: is not UTF-8 text; save it as UTF-8"]) from error
    except tomllib.TOMLDecodeError as error:
        raise Misconfigured([f"{path.name}: is not valid TOML: {error}"]) from error
    sections, mistakes = _sections(keys)
    mistakes += mistakes_in(sections)
    if mistakes:
        raise Misconfigured(mistakes)
    return Policy(version=hashlib.sha256(content).hexdigest()[:12], **sections)


def _sections(keys: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Every top-level key that has the right shape, and the mistakes in the others."""
    wanted = {name: kind for name, kind in get_type_hints(Policy).items() if name != "version"}
    mistakes = [f"{name}: is not known; remove it or correct its name" for name in keys if name not in wanted]
    sections = {}
    for name, kind in wanted.items():
        if name not in keys:
            mistakes.append(f"{name}: is missing; add it")
            continue
        try:
            (sections[name],) = _adapter(kind).validate_python((keys[name],))
        except ValidationError as error:
            mistakes += [_sentence(name, mistake) for mistake in error.errors(include_input=False)]
    return sections, mistakes


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    """Checks a tuple of one: pydantic takes no settings for a bare dataclass."""
    return TypeAdapter(tuple[kind], config=STRICT)


def office_calendar(policy: Policy) -> OfficeCalendar:
    """The office calendar of a policy, with Japan's public holidays where the policy keeps them."""
    hours = policy.office
    return OfficeCalendar(
        zone=ZoneInfo(hours.zone),
        opens=hours.opens,
        closes=hours.closes,
        closed_weekdays=frozenset(WEEKDAYS.index(day) for day in hours.closed_weekdays),
        closed_yearly=frozenset(month_and_day(text) for text in hours.closed_yearly),
        closed_on=hours.closed_on,
        open_on=hours.open_on,
        is_holiday=HOLIDAYS[hours.public_holidays],
    )


def _japan(day: date) -> bool:
    import jpholiday

    return jpholiday.is_holiday(day)


HOLIDAYS: Mapping[str, Callable[[date], bool]] = {"japan": _japan, "none": lambda day: False}


def _sentence(name: str, mistake: Mapping[str, Any]) -> str:
    where = ".".join([name, *(str(part) for part in mistake["loc"][1:] if part != "[key]")])
    remedy = REMEDIES.get(mistake["type"])
    return f"{where}: {remedy.format(**mistake.get('ctx', {})) if remedy else mistake['msg']}"
