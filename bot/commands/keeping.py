"""The commands that keep what is stored: keys in life, backups, bringing one back, moving to PostgreSQL."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.leftovers import end_cleanly

if TYPE_CHECKING:
    from bot.store.backup import Recovery

Env = Annotated[Path, typer.Option("--env", help="The settings file.")]
Private = Annotated[Path, typer.Option("--private", help="The offline key that `keys backup` made.")]
ENV = Path(".env")

key_commands = typer.Typer(
    callback=end_cleanly, no_args_is_help=True, help="Make the keys, see how they stand, change and destroy them."
)
retention_commands = typer.Typer(
    callback=end_cleanly, no_args_is_help=True, help="What has been kept long enough: handed back, destroyed."
)


def add_to(app: typer.Typer) -> None:
    """Make these commands part of the program's."""
    app.add_typer(key_commands, name="keys")
    app.add_typer(retention_commands, name="retention")
    for command in (backup, restore, drill, move):
        app.command()(command)


@key_commands.command("init")
def keys_init(env: Env = ENV) -> None:
    """Make the key files; never writes over one."""
    from bot import settings
    from bot.commands import keys as command
    from bot.store.key_checks import in_use

    found = settings.read(env)
    for sentence in command.init(found.key_directory, database_has_rows=any(in_use(found.database_url))):
        typer.echo(sentence)


@key_commands.command("status")
def keys_status(env: Env = ENV) -> None:
    """Show each key file and how it stands; the exit status tells."""
    from bot import settings
    from bot.commands import keys as command
    from bot.store.key_checks import in_use

    found = settings.read(env)
    stored, needed = in_use(found.database_url)
    rows = command.status(found.key_directory, stored=stored, needed=needed)
    for row in rows:
        typer.echo("  ".join(row))
    raise typer.Exit(int(any(use == "none" for _, use, _ in rows)))


@key_commands.command("backup")
def keys_backup(
    private: Annotated[Path, typer.Argument(help="Where the private half is written, to be taken off this machine.")],
    env: Env = ENV,
) -> None:
    """Make the pair of keys by which backups are sealed and opened."""
    from bot import settings
    from bot.commands import backup as command

    for sentence in command.make_key(settings.read(env).key_directory, private):
        typer.echo(sentence)


@key_commands.command("rotate")
def keys_rotate(env: Env = ENV) -> None:
    """Stopped: a new version of each key, and every matter's own key wrapped by it. Old versions stay."""
    from bot import settings
    from bot.clock import SystemClock
    from bot.commands import keys as command

    for name in command.rotate(settings.read(env), SystemClock()):
        typer.echo(f"{name} is in use from now on; copy it to the offline media.")
    typer.echo("The older ones are needed for older backups. `python -m bot keys destroy` says when they may go.")


@key_commands.command("rewrap")
def keys_rewrap(env: Env = ENV) -> None:
    """Stopped: wrap whatever an older version has wrapped by the newest one."""
    from bot import settings
    from bot.clock import SystemClock
    from bot.commands import keys as command

    typer.echo(f"{command.rewrap(settings.read(env), SystemClock())} wrapped anew.")


@key_commands.command("destroy")
def keys_destroy(
    domain: Annotated[str, typer.Argument(help="peer, harassment, stress or system.")],
    version: Annotated[int, typer.Argument(help="The number in the file's name.")],
    env: Env = ENV,
) -> None:
    """Stopped, and after a passed drill: destroy an old version; older backups then open no more."""
    from bot import settings
    from bot.clock import SystemClock
    from bot.commands import keys as command

    name = command.destroy(settings.read(env), SystemClock(), domain, version)
    typer.echo(f"{name} is destroyed here. Destroy its offline copies as well, and note who did it and when.")


@retention_commands.command("status")
def retention_status(env: Env = ENV) -> None:
    """Show each class of records: how long it is kept, how much there is, how much has been kept long enough."""
    from bot import settings
    from bot.clock import SystemClock
    from bot.commands import retention as command

    for one in command.status(settings.read(env), SystemClock()):
        years = f"{one.rule.years} years" if one.rule.years else "undecided"
        held = f"; held until {one.rule.hold_until} ({one.rule.hold_order})" if one.held else ""
        typer.echo(f"{one.name}: {years}, then {one.rule.at_the_end}; {one.kept} kept, {one.over} long enough{held}")


@retention_commands.command("pair")
def retention_pair(private: Annotated[Path, typer.Argument(help="Where the receiver keeps the private half.")]) -> None:
    """The receiver's own: a pair of keys, of which the file that ends in .pub may be handed on."""
    from bot.commands import retention as command

    typer.echo(f"{command.make_pair(private)} may be handed on; {private} opens what is sealed to it.")


@retention_commands.command("pack")
def retention_pack(
    name: Annotated[str, typer.Argument(help="A class of [retention] in the policy.")],
    file: Annotated[Path, typer.Argument(help="The package to write; it must not be there yet.")],
    to: Annotated[Path, typer.Option("--to", help="The receiver's public key, made by `retention pair`.")],
    env: Env = ENV,
) -> None:
    """Seal what has been kept long enough to the key of whoever is to have it. Nothing is destroyed yet."""
    from bot import settings
    from bot.clock import SystemClock
    from bot.commands import retention as command

    number = command.pack(settings.read(env), SystemClock(), name, to, file)
    typer.echo(f"{number} records are in {file}." if number else "There is nothing to hand back.")


@retention_commands.command("open")
def retention_open(
    file: Annotated[Path, typer.Argument(help="A package that was handed over.")],
    target: Annotated[Path, typer.Argument(help="The file to write, JSON by lines.")],
    private: Annotated[Path, typer.Option("--private", help="The receiver's private key.")],
) -> None:
    """The receiver's own: open a package."""
    from bot.commands import retention as command

    command.unpack(file, private, target)
    typer.echo(f"{target} holds it in the clear: keep it where only you can read it.")


@retention_commands.command("destroy")
def retention_destroy(
    name: Annotated[str, typer.Argument(help="A class of [retention] in the policy.")],
    order: Annotated[str, typer.Option("--order", help="The number of the organisation's order.")],
    dated: Annotated[str, typer.Option("--dated", help="The order's date, such as 2026-11-30.")],
    env: Env = ENV,
) -> None:
    """Destroy what has been kept long enough, by a dated order; the certificate stands in the witness folder."""
    from datetime import date

    from bot import settings
    from bot.clock import SystemClock
    from bot.commands import retention as command
    from bot.errors import Misconfigured

    try:
        day = date.fromisoformat(dated)
    except ValueError:
        raise Misconfigured(["--dated: must be a date such as 2026-11-30"]) from None
    number = command.destroy(settings.read(env), SystemClock(), name, order, day)
    typer.echo(f"{number} records of {name} are destroyed. Backups open them no more once the keys are rotated.")


def backup(
    file: Annotated[Path, typer.Argument(help="The file to write; it must not be there yet.")], env: Env = ENV
) -> None:
    """Copy the database, also while the program runs, sealed to the offline key. The key files are not in it."""
    from bot import settings
    from bot.clock import SystemClock
    from bot.commands import backup as command

    end_cleanly()
    with _bar("copying") as progress:
        size = command.make(settings.read(env), SystemClock(), file, progress)
    typer.echo(f"{file} holds the database in {size:,} bytes. Keep it apart from the keys.")


def restore(
    file: Annotated[Path, typer.Argument(help="A file that `backup` wrote.")],
    private: Private,
    without_witness: Annotated[
        bool,
        typer.Option("--without-witness", help="Every copy of that folder is lost: what was destroyed returns."),
    ] = False,
    env: Env = ENV,
) -> None:
    """Stopped: put a backup back. What was destroyed since stays destroyed, what was sent is not sent again."""
    from bot import settings
    from bot.clock import SystemClock
    from bot.commands import backup as command

    end_cleanly()
    with _bar("restoring") as progress:
        done = command.restore(
            settings.read(env), SystemClock(), file, private, progress, without_witness=without_witness
        )
    for sentence in _told(done):
        typer.echo(sentence)
    if done.witnessed_on is None:
        typer.echo("There was no witness: what was destroyed after the backup is back. Destroy it again by hand.")
    elif done.outlived:
        typer.echo(
            f"The witness folder ends on {done.witnessed_on}, the backup on {done.written_on}: that folder is older. "
            "What was destroyed after its end is back. If there is a newer one, restore again with it."
        )
    typer.echo("Now start the program. What people did after the backup is not there: tell them so.")


def drill(private: Private, env: Env = ENV) -> None:
    """Rehearse a restore beside the living database; the exit status tells, and the audit log keeps it."""
    from bot import settings
    from bot.clock import SystemClock
    from bot.commands import backup as command

    end_cleanly()
    with _bar("rehearsing") as progress:
        outcome = command.drill(settings.read(env), SystemClock(), private, progress)
    typer.echo(f"{outcome.readable} matters open, {outcome.unreadable} do not.")
    for sentence in _told(outcome.recovery):
        typer.echo(sentence)
    typer.echo("passed" if outcome.passed else "failed")
    raise typer.Exit(int(not outcome.passed))


def move(
    url: Annotated[str, typer.Argument(help="postgresql://USER@HOST/NAME of an empty database; no password in it.")],
    env: Env = ENV,
) -> None:
    """Stopped: carry the whole database from SQLite to PostgreSQL. Nothing is changed in the old one."""
    from bot import settings
    from bot.clock import SystemClock
    from bot.commands import move as command

    end_cleanly()
    moved = command.move(settings.read(env), SystemClock(), url)
    typer.echo(f"{moved.rows} rows arrived.")
    if moved.broken_at:
        typer.echo(f"The audit log is not as it was written from line {moved.broken_at} on, there as here.")
    typer.echo(f"Now change DATABASE_URL in {env} to the new address, run `python -m bot doctor`, start the program.")
    typer.echo("Then destroy the old file with its -wal and -shm: what is destroyed from now on can be read there.")
    typer.echo("It can be read in the old file's backups too: destroy them once a new backup has passed a drill.")


def _told(recovery: "Recovery") -> Iterator[str]:
    yield f"{recovery.destroyed} destroyed keys had come back and are gone again."
    yield f"{recovery.doubted} messages will be looked for before they are sent."
    if recovery.lost:
        yield f"The audit log had {recovery.lost} lines more when it was last noted: so much is lost."
    if recovery.astray:
        yield "The audit log is not the one that was noted day by day: the copy is another database's, or was changed."
    if recovery.broken_at:
        yield f"The audit log is not as it was written from line {recovery.broken_at} on."


@contextmanager
def _bar(what: str) -> Iterator[Callable[[int, int], None]]:
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(what, total=None)
        yield lambda done, total: shown.update(task, completed=done, total=total)
