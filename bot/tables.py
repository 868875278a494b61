"""Tables that leave the program as CSV: no cell of theirs is ever a formula, whatever program opens them."""

import csv
import unicodedata
from collections.abc import Iterable, Sequence
from io import StringIO

FORMULAS = frozenset("=+-@\N{MINUS SIGN}")
"""What begins a formula in some spreadsheet; full-width and small forms count as these."""

BREAKS = frozenset("\t\r\n")
UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})  # what a spreadsheet may skip before it looks at the first character


def safe(cell: str) -> str:
    """The cell as text: an apostrophe stands before what a spreadsheet could take for a formula.

    Before a tab or a line break too, behind which the next cell could be made.
    """
    first = next((one for one in cell if unicodedata.category(one) not in UNSEEN), "")
    is_formula = unicodedata.normalize("NFKC", first) in FORMULAS
    return f"'{cell}" if is_formula or cell[:1] in BREAKS else cell


def as_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """These rows as a file that a Japanese spreadsheet reads rightly: UTF-8 with its mark, every cell quoted and safe.

    Characters that are no text are left out; what cannot be written at all becomes a question mark.
    """
    told = StringIO(newline="")
    writer = csv.writer(told, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([safe(cell.replace("\0", "")) for cell in row] for row in rows)
    return told.getvalue().encode("utf-8-sig", errors="replace")
