"""Who may import what, how long things may get, where time, environment and Japanese sentences may stand."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted(p.relative_to(ROOT).as_posix() for f in ("bot", "scheduler") for p in (ROOT / f).rglob("*.py"))
FLOWS = sorted(p.name for p in (ROOT / "bot/handlers").iterdir() if (p / "__init__.py").exists())

# A library and the only places that import it; a folder ends with /.
DOORS = {
    "slack_bolt": ("bot/app.py", "bot/handlers/router.py", "bot/commands/run.py", "bot/sandbox/town.py"),
    "slack_sdk": ("bot/app.py", "bot/handlers/router.py", "bot/commands/run.py", "scheduler/"),
    "sqlalchemy": ("bot/store/",),
    "sqlmodel": ("bot/store/",),
    "alembic": ("bot/store/",),
    "psycopg": ("bot/store/",),
    "cryptography": ("bot/store/seal.py", "bot/store/keys.py", "bot/store/codes.py", "bot/store/envelope.py"),
    "apscheduler": ("scheduler/timetable.py",),
    "dotenv": ("bot/settings.py",),
    "fluent": ("bot/words.py",),
    "babel": ("bot/words.py",),
    "jpholiday": ("bot/policy.py",),
    "matplotlib": ("bot/pictures.py", "bot/picture_text.py"),
    "noto_cjk_sans_jp_regular": ("bot/picture_text.py",),
    "yaml": ("bot/commands/manifest.py",),
    "typer": ("bot/__main__.py", "bot/commands/"),
    "rich": ("bot/__main__.py", "bot/commands/"),
    "bot.sandbox": ("bot/sandbox/", "bot/commands/demo.py"),
    "scheduler": ("scheduler/", "bot/app.py", "bot/commands/", "bot/sandbox/town.py"),
}
# The wall clock, the monotonic clock and the environment, and the only files that ask for them.
READERS = {
    "datetime.now": "bot/clock.py",
    "datetime.utcnow": "bot/clock.py",
    "date.today": "bot/clock.py",
    "time.time": "bot/clock.py",
    "time.monotonic": "bot/clock.py",
    "os.environ": "bot/settings.py",
    "os.getenv": "bot/settings.py",
}
JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f]")
LONGEST_FILE, LONGEST_FUNCTION = 300, 60
VAGUE = {"utils", "helpers", "common", "manager", "misc"}


@cache
def tree(source: str) -> ast.Module:
    return ast.parse((ROOT / source).read_text(encoding="utf-8"))


@cache
def imports(source: str) -> frozenset[str]:
    found: set[str] = set()
    for node in ast.walk(tree(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return frozenset(found)


def is_of(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


def texts(source: str) -> Iterator[str]:
    """The string values of a module, without docstrings and notes."""
    module = tree(source)
    notes = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes:
            yield node.value


def test_the_layers_hold() -> None:
    run = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports; exit(lint_imports())"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("library", DOORS)
def test_a_library_has_one_door(library: str) -> None:
    allowed = DOORS[library]
    inside = {source for source in SOURCES if any(is_of(module, library) for module in imports(source))}

    assert {source for source in inside if not source.startswith(allowed)} == set()


@pytest.mark.parametrize("flow", FLOWS)
def test_flows_do_not_know_each_other(flow: str) -> None:
    others = tuple(f"bot.handlers.{other}" for other in FLOWS if other != flow)
    own = [source for source in SOURCES if source.startswith(f"bot/handlers/{flow}/")]

    assert [s for s in own if any(is_of(module, other) for module in imports(s) for other in others)] == []


@pytest.mark.parametrize("name", READERS)
def test_time_and_environment_are_read_in_one_place(name: str) -> None:
    readers = {
        source
        for source in SOURCES
        for node in ast.walk(tree(source))
        if isinstance(node, ast.Attribute) and ast.unparse(node).endswith(name)
    }

    assert readers <= {READERS[name]}


def test_rules_load_with_the_standard_library_alone() -> None:
    modules = [s.removesuffix(".py").replace("/", ".") for s in SOURCES if s.startswith("bot/rules/")]
    program = (
        "import sys; from importlib.metadata import packages_distributions as installed;"
        f"before = set(sys.modules); import {', '.join(modules)};"
        "loaded = {name.partition('.')[0] for name in set(sys.modules) - before};"
        "print(*sorted(loaded & installed().keys() - {'bot'}))"
    )
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)

    assert run.stdout.split() == []


@pytest.mark.parametrize("source", SOURCES)
def test_a_file_fits_into_a_head(source: str) -> None:
    lines = (ROOT / source).read_text(encoding="utf-8").count("\n")
    functions = [
        (node.name, (node.end_lineno or 0) - node.lineno + 1)
        for node in ast.walk(tree(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]

    assert lines <= LONGEST_FILE
    assert [(name, length) for name, length in functions if length > LONGEST_FUNCTION] == []


@pytest.mark.parametrize("source", SOURCES)
def test_a_module_says_what_it_is_for(source: str) -> None:
    assert ast.get_docstring(tree(source))
    assert Path(source).stem not in VAGUE


def test_japanese_stands_in_words_policy_and_sandbox_only() -> None:
    others = [source for source in SOURCES if not source.startswith("bot/sandbox/")]

    assert [s for s in others if any(JAPANESE.search(text) for text in texts(s))] == []
