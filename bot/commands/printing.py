"""The commands that write sheets for printing, for the custodian of the keys on the host; never through Slack."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.leftovers import end_cleanly
from bot.errors import Misconfigured

if TYPE_CHECKING:
    from bot.store.unit import Store

Env = Annotated[Path, typer.Option("--env", help="The settings file.")]
Folder = Annotated[Path, typer.Argument(help="A folder that only you can read; it is made where it is missing.")]
Language = Annotated[str, typer.Option(help="ja or en.")]
ENV = Path(".env")

print_commands = typer.Typer(
    callback=end_cleanly, no_args_is_help=True, help="Write sheets for printing into a private folder."
)


def add_to(app: typer.Typer) -> None:
    """Make these commands part of the program's."""
    app.add_typer(print_commands, name="print")


@print_commands.command("directory")
def print_directory(folder: Folder, language: Language = "ja", env: Env = ENV) -> None:
    """Everybody who can be asked, with telephone numbers, for the wall and for families."""
    from bot.commands import prints as command

    with _store(env, language) as store:
        typer.echo(command.print_directory(store, folder, language))


@print_commands.command("own")
def print_own(
    folder: Folder,
    person: Annotated[
        str, typer.Option(help="The Slack id of who stands at the counter (look at their card), or a request's number.")
    ],
    language: Language = "ja",
    env: Env = ENV,
) -> None:
    """All that is held about one person, or a request entered for them and its answer, for their own hands."""
    from bot.commands import print_own as command

    with _store(env, language) as store:
        typer.echo(command.print_own(store, folder, person, language))


@print_commands.command("sheets")
def print_sheets(folder: Folder, language: Language = "ja", env: Env = ENV) -> None:
    """Empty forms: intake sheet, fact sheet, record of a support, and the slip for leaving one's desk."""
    from bot.commands import print_sheets as command

    with _store(env, language) as store:
        for path in command.print_sheets(store, folder, language):
            typer.echo(path)


@print_commands.command("results")
def print_results(folder: Folder, language: Language = "ja", env: Env = ENV) -> None:
    """Sealed sheets of the stress check for takers on paper or with an unopened result; an empty application form."""
    from bot.commands import print_results as command

    with _store(env, language) as store:
        for path in command.print_results(store, folder, language):
            typer.echo(path)


@contextmanager
def _store(env: Path, language: str) -> "Iterator[Store]":
    from bot import settings
    from bot.app import open_store
    from bot.clock import SystemClock
    from bot.words import LANGUAGES

    if language not in LANGUAGES:
        raise Misconfigured([f"--language: {' or '.join(LANGUAGES)}"])
    with open_store(settings.read(env), SystemClock()) as store:
        yield store
