"""A line of the ledger of consents as sealed fields, and back."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from pydantic import TypeAdapter

from bot.rules.consent import Consent

READ_CONSENT = TypeAdapter(Consent)


def to_fields(consent: Consent) -> dict[str, Any]:
    """The consent as plain JSON values; its id is the row's."""
    values = asdict(consent) | {"fields": sorted(consent.fields)}
    del values["id"]
    return {key: value.isoformat() if isinstance(value, date | datetime) else value for key, value in values.items()}


def from_fields(row_id: str, values: Mapping[str, Any]) -> Consent:
    """The consent that was written with `to_fields` under this row."""
    return READ_CONSENT.validate_python({**values, "id": row_id})
