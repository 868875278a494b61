"""The commands of the stress check on the host, for the joint clerk and whoever reports; never through Slack."""

from pathlib import Path
from typing import Annotated

import typer

from bot.errors import Misconfigured

stress_commands = typer.Typer(no_args_is_help=True, help="The stress check's work on the host, for the joint clerk.")

Env = Annotated[Path, typer.Option("--env", help="The settings file.")]
ENV = Path(".env")


@stress_commands.callback()
def stress() -> None:
    """Keeps the group a group, however few its commands are."""


def add_to(app: typer.Typer) -> None:
    """Make these commands part of the program's."""
    app.add_typer(stress_commands, name="stress")


@stress_commands.command("import")
def import_sheets(
    file: Annotated[
        Path, typer.Argument(help="CSV in UTF-8: id,sex,A1 to D2, then the round's added items, one person a line.")
    ],
    env: Env = ENV,
) -> None:
    """Enter sheets of paper into the round that is open or closing: all of them, or every mistake and none."""
    from bot import settings
    from bot.app import open_store
    from bot.clock import SystemClock
    from bot.commands import stress_import as command

    try:
        raw = file.read_bytes()
    except OSError:
        raise Misconfigured([f"{file.name}: cannot be read"]) from None
    with open_store(settings.read(env), SystemClock()) as store:
        typer.echo(f"{command.import_sheets(store, raw)} entered. Keep or destroy the file as you do the paper.")


@stress_commands.command("advised")
def advised(
    file: Annotated[
        Path,
        typer.Argument(help="CSV in UTF-8: person (Slack id), notified_on, and advised (yes or no) if you like."),
    ],
    env: Env = ENV,
) -> None:
    """Open the doors after another vendor's check: who was told when, and who was advised the interview; all or none.

    List everybody who took that check, with advised yes or no: then all of them get the same one reminder. A list of
    advised people alone is taken too, but nobody on it is reminded, because a reminder would single them out.
    """
    from bot import settings
    from bot.app import open_store
    from bot.clock import SystemClock
    from bot.commands import stress_advised as command

    try:
        raw = file.read_bytes()
    except OSError:
        raise Misconfigured([f"{file.name}: cannot be read"]) from None
    with open_store(settings.read(env), SystemClock()) as store:
        typer.echo(f"{command.bring_in_file(store, raw)} entered. Destroy the file now, or keep it under lock and key.")


@stress_commands.command("figures")
def figures(
    year: Annotated[str, typer.Argument(help="The year of the round, such as 2026.")],
    language: Annotated[str, typer.Option(help="ja or en.")] = "ja",
    env: Env = ENV,
) -> None:
    """Show the fields of the law's yearly report for a round; there is none about results. The audit log keeps it."""
    from bot import settings
    from bot.app import open_store
    from bot.clock import SystemClock
    from bot.commands import stress_figures as command
    from bot.words import LANGUAGES

    if language not in LANGUAGES:
        raise Misconfigured([f"--language: {' or '.join(LANGUAGES)}"])
    with open_store(settings.read(env), SystemClock()) as store:
        typer.echo("\n".join(command.figures(store, year, language)))
