"""A profile as text: every scale with its level in words and as a bar; without a sex the plain sums (Aku 8(1), S4)."""

from typing import Any

from bot.handlers.flow import Click
from bot.handlers.stress_check.questionnaire import HIGHEST, LOWEST, Scale, questionnaire
from bot.rules.cases import Case

FULL, EMPTY, LEVELS = "■", "□", 5


def has_levels(check: Case) -> bool:
    """Whether there are levels: without a sex the conversion table has none."""
    return check.body.get("score", {}).get("points", {}).get("A") is not None


def profile(click: Click, check: Case) -> list[str]:
    """Line by line; the words say everything, the bar says it once more."""
    if has_levels(check):
        return [click.say("stress-profile-direction"), *_levels(click, check.body["score"]["scales"])]
    return [click.say("stress-profile-sum-direction"), *sums(click, check)]


def sums(click: Click, check: Case) -> list[str]:
    """The sums of the three areas that count, with what they can reach."""
    form, found = questionnaire(), check.body["score"]["sums"]
    return [
        click.say(
            "stress-profile-sum", area=click.say(f"stress-profile-area-{key}"), sum=str(found[key]),
            lowest=str(LOWEST * len(form.areas[key].items)), highest=str(HIGHEST * len(form.areas[key].items)),
        )
        for key in ("A", "B", "C")
    ]  # fmt: skip


def rows(click: Click, check: Case) -> list[tuple[str, str, str]]:
    """Each scale with its level in words and its bar, in the order of the form."""
    found = check.body["score"]["scales"]
    return [_row(click, scale, found[scale.key]["points"]) for scale in questionnaire().scales]


def _levels(click: Click, found: Any) -> list[str]:
    form, lines = questionnaire(), []
    for area in form.areas:
        lines.append(click.say("stress-profile-heading", area=click.say(f"stress-profile-area-{area}")))
        for scale in form.scales:
            if scale.area == area:
                name, level, bar = _row(click, scale, found[scale.key]["points"])
                lines.append(click.say("stress-profile-line", scale=name, level=level, bar=bar))
    return lines


def _row(click: Click, scale: Scale, points: int) -> tuple[str, str, str]:
    name = scale.ja if click.language == "ja" else scale.en
    return name, click.say(f"stress-profile-level-{points}"), FULL * points + EMPTY * (LEVELS - points)
