"""The README's pictures."""

from dataclasses import dataclass
from pathlib import Path

from tests.browser.visitor import Visitor

PICTURES_FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
NAMES = ("1-home", "2-form", "3-sent", "4-notice", "5-request", "6-month", "7-reports", "8-phone")


@dataclass(frozen=True)
class Album:
    """Where pictures go."""

    folder: Path

    async def take(self, visitor: Visitor, name: str) -> None:
        """Take the picture `name` of what is on the screen now, the mouse out of the way."""
        assert name in NAMES
        await visitor.page.mouse.move(0, 0)
        await visitor.page.screenshot(path=self.folder / f"{name}.png", animations="disabled")
