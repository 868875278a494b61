"""Every form of a consultation filled in by a doctored client: refused at a field or done, never a fault."""

import pytest

from bot.handlers.harassment.rules.moves import ARRANGING, CLOSING, CONFIRMING, FOUND, HEARING, MET, PROPOSED, REFERRED
from bot.sandbox.town import Town
from tests.handlers.harassment.attacks import FLOW, send, sworn_in
from tests.handlers.harassment.cases import ASKER, CHAIR, DESK, HEAD, ONE, SECRETARY, put, stored

BLOCKS = {form: {field.block_id for field in FLOW.fields if field.form == form} for form in FLOW.forms}
NONSENSE: tuple[str | list[str], ...] = ("nonsense", ["nonsense"], "あ" * 3001, "a\u202eb", "a\x00b", "2026-13-40", "")
PLACE_IN = {"harassment.write": ":who", "harassment.save_sheet": ":0"}  # which page, after the id in the token
HANDS = (
    (MET, ONE), (CONFIRMING, ASKER), (CLOSING, ASKER), (ARRANGING, DESK), (FOUND, HEAD), (HEARING, ONE),
    (REFERRED, CHAIR), (PROPOSED, SECRETARY),
)  # fmt: skip


@pytest.mark.parametrize(("state", "who"), HANDS)
async def test_no_form_breaks_on_what_was_never_offered(town: Town, state: str, who: str) -> None:
    await sworn_in(town)
    case = await put(town, state)
    for form, blocks in BLOCKS.items():
        row = case.id + PLACE_IN.get(form, "")
        for value in NONSENSE:
            await send(town, who, form, row, **dict.fromkeys(blocks, value))
        await send(town, who, form, row)
    assert await stored(town, case.id) is not None
