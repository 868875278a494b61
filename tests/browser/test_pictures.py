"""The README's pictures and the files that the browser tests make."""

import re

from tests.browser.album import NAMES, PICTURES_FOLDER

README = PICTURES_FOLDER.parents[1] / "README.md"


def test_every_picture_that_the_readme_names_is_there_and_made_by_the_browser_tests() -> None:
    named = set(re.findall(r"docs/pictures/([^\s)\"']+)", README.read_text(encoding="utf-8")))
    made = {f"{name}.png" for name in NAMES}
    assert named <= made
    assert {file.name for file in PICTURES_FOLDER.iterdir()} == made
