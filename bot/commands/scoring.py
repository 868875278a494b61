"""The command that scores filled-in questionnaires; it asks for no installation and stores nothing."""

from pathlib import Path
from typing import Annotated

import typer

from bot.errors import Misconfigured
from bot.handlers.stress_check.scoring import Method


def add_to(app: typer.Typer) -> None:
    """Make this command part of the program's."""
    app.command()(score)


def score(
    file: Annotated[
        Path, typer.Argument(help="JSON of one person, or CSV with the header id,sex,A1 to D2 and one in each line.")
    ],
    method: Annotated[
        Method, typer.Option(help="Which of the two decides: the one fixed for the round, policy `selection`.")
    ] = Method.CONVERSION,
) -> None:
    """Score filled-in questionnaires: a JSON object for each person, in the file's order, or every mistake."""
    from bot.commands import score as command

    try:
        raw = file.read_bytes()
    except OSError:
        raise Misconfigured([f"{file.name}: cannot be read"]) from None
    typer.echo("\n".join(command.results(raw, method)))
