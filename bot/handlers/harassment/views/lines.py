"""A line of form 1 or form 2 as a field, and what was written in it (Aki 7(8), 8(1))."""

from bot.handlers import blocks
from bot.handlers.blocks import Block
from bot.handlers.fields import Fields, day, text
from bot.handlers.flow import Click
from bot.handlers.harassment.rules.sheet import LONGEST
from bot.handlers.harassment.views.intake import label
from bot.rules.policy_harassment import SheetField


def line_field(click: Click, block_id: str, line: SheetField, initial: str, *, longest_line: int) -> Block:
    """The field of one line, with what stands there already; `longest_line` in characters, every line may be empty."""
    words = label(line, click.language)
    if line.input == "day":
        return blocks.day_input(block_id, words, initial=initial, optional=True)
    if line.input == "line":
        return blocks.line_input(block_id, words, max_length=longest_line, initial=initial, optional=True)
    return blocks.text_input(block_id, words, max_length=LONGEST, initial=initial)


def read_line(fields: Fields, block_id: str, line: SheetField, *, longest_line: int) -> str:
    """What was written, "" for nothing. Raises Refused for what does not fit."""
    if line.input == "day":
        chosen = day(fields, block_id)
        return chosen.isoformat() if chosen else ""
    return text(fields, block_id, max_length=longest_line if line.input == "line" else LONGEST)
