"""Renders what is printed on the host: HTML for A4, in the reader's language, with everything escaped."""

from collections.abc import Callable

from jinja2 import Environment, PackageLoader, StrictUndefined

SHEETS = Environment(
    loader=PackageLoader("bot", "prints"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
    lstrip_blocks=True,
)  # fmt: skip


def render(sheet: str, language: str, say: Callable[..., str], **values: object) -> str:
    """The sheet `<sheet>.html` filled in; `say` renders a sentence of the program in `language`."""
    return SHEETS.get_template(f"{sheet}.html").render(language=language, say=say, **values)
