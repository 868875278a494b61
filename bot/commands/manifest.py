"""Gives the Slack app's manifest, as it stands or in its strict form."""

from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).resolve().parents[2] / "manifest.yml"


def text(*, strict: bool) -> str:
    """manifest.yml to be pasted into Slack.

    In the strict form nobody can type into the DM: the bot hears nothing there and cannot read back what it sent,
    so a message whose sending was interrupted is not looked up before it is sent again.
    """
    return yaml.safe_dump(_strict(read()), allow_unicode=True, sort_keys=False) if strict else FILE.read_text()


def read() -> dict[str, Any]:
    """The manifest as a mapping."""
    loaded: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return loaded


def scopes() -> frozenset[str]:
    """The scopes that the bot's token should have."""
    return frozenset(read()["oauth_config"]["scopes"]["bot"])


def _strict(manifest: dict[str, Any]) -> dict[str, Any]:
    manifest["features"]["app_home"]["messages_tab_read_only_enabled"] = True
    manifest["oauth_config"]["scopes"]["bot"].remove("im:history")
    manifest["settings"]["event_subscriptions"]["bot_events"].remove("message.im")
    return manifest
