"""Words in a picture: the Japanese font that comes with the program, lines that fit, and no character with a power."""

import logging
import re
from functools import cache
from typing import Any
from unicodedata import east_asian_width

INK, QUIET = "#1d1c1d", "#616061"
LOST = "\N{GETA MARK}"  # what Japanese printing puts where it has no type for a character
CLOSING = r"[\u3001\u3002\uff09\uff0c\uff0e\uff1a\u300d\u30fb)\]}]*"
HIRAGANA, KATAKANA = r"\u3041-\u309f", r"\u30a1-\u30fa\u30fc-\u30ff"
KANJI = r"\u3005-\u3007\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
NUMBER = rf"(?:[0-9]+(?=[{KANJI}{KATAKANA}{HIRAGANA}]))?"
PHRASE = rf"{NUMBER}(?:[{KANJI}{KATAKANA}]+[{HIRAGANA}]*|[{HIRAGANA}]+)"  # a word and its particles
LETTERS = r"[\u0021-\u2fff]+?(?:-|\s+|(?![\u0021-\u2fff]))"
WORD = re.compile(rf"[\(\[\uff08\u300c]?(?:{PHRASE}|{LETTERS}|.){CLOSING}", re.DOTALL)


@cache
def _loaded() -> tuple[Any, frozenset[int]]:
    """The Japanese font that comes with the program, and the characters that it has."""
    logging.getLogger("matplotlib").setLevel(logging.ERROR)  # where it may keep no cache it draws all the same
    from matplotlib.font_manager import FontProperties, get_font
    from noto_cjk_sans_jp_regular import FONT_PATH

    return FontProperties(fname=str(FONT_PATH)), frozenset(get_font(str(FONT_PATH)).get_charmap())


def drawable(text: str) -> str:
    """The text with a mark for every character that the font lacks."""
    _, known = _loaded()
    return "".join(one if ord(one) in known or one == "\n" else LOST for one in text)


def folded(text: str, places: int) -> str:
    """The text in as few lines of so many half-width places as it needs, all about as long as each other."""
    lines = _lines(text, places)
    longest = max((width for word in _words(text) if (width := _width(word.rstrip())) <= places), default=1)
    while places > longest and len(narrower := _lines(text, places - 1)) == len(lines):
        lines, places = narrower, places - 1
    return "\n".join(line.rstrip() for line in lines)


def _lines(text: str, places: int) -> list[str]:
    """A word is broken only where it does not fit into a line by itself."""
    lines = [""]
    for word in _words(text):
        for part in [word] if _width(word.rstrip()) <= places else list(word):
            if _width(lines[-1] + part.rstrip()) > places and lines[-1].strip():
                lines.append("")
            lines[-1] += part if lines[-1] or part.strip() else ""
    return lines


def _words(text: str) -> list[str]:
    """What stays together: letters up to a space or hyphen, a phrase, brackets and stops with what they belong to."""
    return WORD.findall(text)


def _width(text: str) -> int:
    return sum(2 if east_asian_width(one) in "WF" else 1 for one in text)


def font() -> Any:
    """The font; the caller's own copy is `font().copy()`."""
    return _loaded()[0]


def write(place: Any, x: float, y: float, text: str, **style: Any) -> Any:
    """Words as they are: neither a dollar sign nor anything else in them means more than itself."""
    sized = font().copy()
    sized.set_size(style.pop("size", 9))
    return place.text(x, y, drawable(text), fontproperties=sized, parse_math=False, **{"color": INK, **style})
