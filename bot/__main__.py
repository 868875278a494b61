"""The command line: `python -m bot COMMAND`, also installed as `madoguchi`."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from bot.commands import keeping, printing, scoring, stress_commands
from bot.errors import MadoguchiError, Misconfigured
from bot.handlers.failures import exit_code

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help=__doc__)
roster_commands = typer.Typer(no_args_is_help=True, help="Who is who, and who holds which office.")
explanations = typer.Typer(no_args_is_help=True, help="Show how a deadline is counted, or how a matter moves.")
totp_commands = typer.Typer(no_args_is_help=True, help="The codes that are asked for before an identity is opened.")
app.add_typer(roster_commands, name="roster")
app.add_typer(totp_commands, name="totp")
app.add_typer(explanations, name="explain")
keeping.add_to(app)
printing.add_to(app)
scoring.add_to(app)
stress_commands.add_to(app)

Env = Annotated[Path, typer.Option("--env", help="The settings file.")]
ENV = Path(".env")
POLICY = Path("policy.toml")


def main() -> None:
    """Run one command and leave with its exit code; what was not foreseen shows its type and place only."""
    from bot import logs

    logs.configure("INFO")
    try:
        typer.main.get_command(app)()
    except Misconfigured as error:
        for mistake in error.mistakes:
            typer.echo(mistake, err=True)
        sys.exit(exit_code(error))
    except MadoguchiError as error:
        typer.echo(f"{type(error).__name__}: {error}", err=True)
        sys.exit(exit_code(error))


@app.command()
def run(
    env: Env = ENV,
    scheduler: Annotated[bool, typer.Option(help="Also run the timetable in this process.")] = True,
) -> None:
    """Connect to Slack and serve until stopped."""
    from bot import settings
    from bot.commands import run as command

    command.run(settings.read(env), scheduler=scheduler)


@app.command()
def demo(
    folder: Annotated[Path, typer.Option(help="Where the practice data stay.")] = Path(".demo"),
    port: Annotated[int, typer.Option(help="The page's port on this machine; 0 takes a free one.")] = 0,
    browser: Annotated[bool, typer.Option(help="Open the page.")] = True,
) -> None:
    """Practise with a whole workspace on this machine; nothing leaves it."""
    from bot.commands import demo as command

    command.demo(folder, port=port, browser=browser)


@app.command()
def init(
    folder: Annotated[Path, typer.Option(help="Where .env, policy.local.toml and keys/ are written.")] = Path(),
    answers: Annotated[
        Path | None, typer.Option(help="A private JSON file of the answers, instead of questions.")
    ] = None,
) -> None:
    """Set up: ask what has no legal default; write .env, the policy and the keys. Nothing is written over."""
    from bot.commands import init as command

    def prompted(questions: Sequence[command.Question]) -> dict[str, str]:
        return {q.key: typer.prompt(q.text, default=q.default or None, hide_input=q.secret) for q in questions}

    def written(_: Sequence[command.Question]) -> dict[str, str]:
        return _answers(answers) if answers else {}

    command.init(folder, written if answers else prompted, say=typer.echo, again=answers is None)
    typer.echo("Done. Copy keys/ to two offline media now, then `python -m bot migrate` and `doctor`.")


def _answers(file: Path) -> dict[str, str]:
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise Misconfigured([f"{file.name}: cannot be read as JSON"]) from None
    return {key: str(value) for key, value in dict(found).items()}


@app.command()
def doctor(env: Env = ENV) -> None:
    """Check settings, policy, keys, database and Slack; say what to do; the exit status tells."""
    from bot.clock import SystemClock
    from bot.commands.doctor import examine

    findings = examine(env, SystemClock())
    for finding in findings:
        typer.echo(f"{finding.state:<8}{finding.subject}: {finding.sentence}")
    raise typer.Exit(int(any(finding.state == "wrong" for finding in findings)))


@app.command()
def migrate(env: Env = ENV) -> None:
    """Bring the database to the form that this version expects. Stop the bot first."""
    from bot import settings
    from bot.commands import migrate as command

    typer.echo(command.run(settings.read(env)))


@app.command()
def receipt(
    code: Annotated[str, typer.Argument(help="The number that a person gives, for example 7K3M-Q2XD-5.")],
    env: Env = ENV,
) -> None:
    """Say whether a receipt is genuine and of which day; nothing else is looked up. The exit status tells."""
    from bot import settings
    from bot.app import open_store
    from bot.clock import SystemClock
    from bot.commands import receipt as command

    with open_store(settings.read(env), SystemClock()) as store:
        day = command.look_up(store, code)
    typer.echo(command.answer(day))
    raise typer.Exit(int(day is None))


@app.command()
def board(
    file: Annotated[Path, typer.Argument(help="The CSV file to write; it must not be there yet.")],
    year: Annotated[int, typer.Option(help="The fiscal year, named by its April, such as 2026.")],
    language: Annotated[str, typer.Option(help="ja or en.")] = "ja",
    env: Env = ENV,
) -> None:
    """Write how it stands with every article of the regulations, as evidence; no consultation is in it."""
    from bot import settings
    from bot.app import open_store
    from bot.clock import SystemClock
    from bot.commands import board as command
    from bot.words import LANGUAGES

    if language not in LANGUAGES:
        raise Misconfigured([f"--language: {' or '.join(LANGUAGES)}"])
    with open_store(settings.read(env), SystemClock()) as store:
        number = command.export(store, file, year, language)
    typer.echo(f"{file} holds {number} rows. Only you can read it; whom you give it to is for you to decide.")


@app.command()
def manifest(
    strict: Annotated[bool, typer.Option(help="Without im:history, the DM's composer off.")] = False,
) -> None:
    """Print the Slack app's manifest."""
    from bot.commands import manifest as command

    typer.echo(command.text(strict=strict), nl=False)


@roster_commands.command("import")
def roster_import(
    file: Annotated[Path, typer.Argument(help="CSV in UTF-8; its columns: docs/operating/roster.md.")],
    apply: Annotated[bool, typer.Option("--apply", help="Write it; without, only show the difference.")] = False,
    env: Env = ENV,
) -> None:
    """Show what a roster file would change, and write it with --apply."""
    from bot import roster_file, settings
    from bot.app import open_store
    from bot.clock import SystemClock
    from bot.commands import roster as command

    try:
        raw = file.read_bytes()
    except OSError:
        raise Misconfigured([f"{file.name}: cannot be read"]) from None
    rows = roster_file.read(raw)
    with open_store(settings.read(env), SystemClock()) as store:
        found = command.import_rows(store, rows, apply=apply)
    for line in command.table(found):
        typer.echo("  ".join(line))
    typer.echo("Written." if apply else "Nothing was written; --apply writes it.")


@roster_commands.command("gaps")
def roster_gaps(env: Env = ENV) -> None:
    """List where a supporter or the holder of an office is missing; the exit status tells."""
    from bot import settings
    from bot.app import open_store
    from bot.clock import SystemClock
    from bot.commands import roster as command

    with open_store(settings.read(env), SystemClock()) as store:
        found = command.missing(store)
    for line in command.gap_lines(found):
        typer.echo("  ".join(line).rstrip())
    raise typer.Exit(int(command.too_few(found)))


@roster_commands.command("roles")
def roster_roles() -> None:
    """List the roles that a roster file may name."""
    from bot.roster_file import APPOINTED

    typer.echo("\n".join(sorted(APPOINTED)))


@totp_commands.command("enrol")
def totp_enrol(
    person: Annotated[str, typer.Argument(help="The Slack id of somebody on the roster.")], env: Env = ENV
) -> None:
    """Give somebody a secret for their authenticator app; an earlier one counts no more. It is shown this once."""
    from bot import settings
    from bot.app import open_store
    from bot.clock import SystemClock
    from bot.commands import totp as command

    with open_store(settings.read(env), SystemClock()) as store:
        address = command.enrol(store, person)
    typer.echo(address)
    typer.echo("Let them add it to their authenticator app now: as a QR code made on this host, or by typing what")
    typer.echo("stands behind secret=. Then clear this screen; the address is not stored readably and not shown again.")


@totp_commands.command("list")
def totp_list(env: Env = ENV) -> None:
    """List who needs codes, and since when they have them; no secrets."""
    from bot import settings
    from bot.app import open_store
    from bot.clock import SystemClock
    from bot.commands import totp as command

    with open_store(settings.read(env), SystemClock()) as store:
        for line in command.table(store):
            typer.echo("  ".join(line))


@explanations.command("deadline")
def explain_deadline(
    rule: Annotated[str, typer.Argument(help="For example interview_request.")],
    start: Annotated[str, typer.Argument(help="A date, a date and time with offset, or a month.")],
    policy_file: Annotated[Path, typer.Option("--policy", help="The policy file.")] = POLICY,
) -> None:
    """Print how a deadline is counted, as one JSON object."""
    from bot import policy
    from bot.commands import explain as command

    typer.echo(json.dumps(command.deadline(rule, start, policy.load(policy_file)), ensure_ascii=False))


@explanations.command("states")
def explain_states() -> None:
    """Print the states of every kind of matter as Mermaid diagrams, as in the README."""
    from bot.commands import states as command

    typer.echo(command.diagrams(), nl=False)


if __name__ == "__main__":
    main()
