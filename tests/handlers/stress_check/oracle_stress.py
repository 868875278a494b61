"""The manual's scoring once more, written without the program's code or data: what a sheet must give.

Each answer is first brought to the side of stress, 4 at its end; a scale where much is stressful is their sum, one
where much is good the sum of what is left to 5. The conversion table stands here as one digit for each raw score.
"""

from collections.abc import Mapping, Sequence

Sheet = Mapping[str, Sequence[int]]

NUMBER_OF_ITEMS = {"A": 17, "B": 29, "C": 9, "D": 2}
TURNED = {"A": {1, 2, 3, 4, 5, 6, 7, 11, 12, 13, 15}, "B": {1, 2, 3}, "C": set[int](), "D": set[int]()}
MADE_OF = {
    "quantity": ("A", 1, 2, 3),
    "quality": ("A", 4, 5, 6),
    "physical": ("A", 7),
    "interpersonal": ("A", 12, 13, 14),
    "environment": ("A", 15),
    "control": ("A", 8, 9, 10),
    "skill": ("A", 11),
    "aptitude": ("A", 16),
    "meaning": ("A", 17),
    "vigor": ("B", 1, 2, 3),
    "irritability": ("B", 4, 5, 6),
    "fatigue": ("B", 7, 8, 9),
    "anxiety": ("B", 10, 11, 12),
    "depression": ("B", 13, 14, 15, 16, 17, 18),
    "somatic": ("B", 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29),
    "supervisor": ("C", 1, 4, 7),
    "coworker": ("C", 2, 5, 8),
    "family": ("C", 3, 6, 9),
    "satisfaction": ("D", 1, 2),
}
MUCH_IS_GOOD = {
    "control", "skill", "aptitude", "meaning", "vigor", "supervisor", "coworker", "family", "satisfaction",
}  # fmt: skip
# The column of each raw score from the lowest on: of men, of women.
COLUMNS = {
    "quantity": ("1112233445", "1122333445"),
    "quality": ("1112233445", "1122334455"),
    "physical": ("2345", "2345"),
    "interpersonal": ("1223344555", "1223344555"),
    "environment": ("2345", "1345"),
    "control": ("1122334455", "1223334455"),
    "skill": ("1234", "1234"),
    "aptitude": ("1235", "1235"),
    "meaning": ("1235", "1235"),
    "vigor": ("1223344555", "1223344555"),
    "irritability": ("1223344555", "1223334455"),
    "fatigue": ("1233344455", "1223334445"),
    "anxiety": ("1233344555", "1233344455"),
    "depression": ("1" + "22" + "3333" + "4444" + "55555555", "1" + "22" + "3333" + "44444" + "5555555"),
    "somatic": ("1" + "2222" + "333333" + "44444" + "5" * 18, "111" + "2222" + "333333" + "444444" + "5" * 15),
    "supervisor": ("1122334455", "1223344455"),
    "coworker": ("1112233445", "1112233445"),
    "family": ("1111223445", "1111223445"),
    "satisfaction": ("1123345", "1123345"),
}


def side_of_stress(sheet: Sheet, area: str, number: int) -> int:
    given = sheet[area][number - 1]
    return {1: 4, 2: 3, 3: 2, 4: 1}[given] if number in TURNED[area] else given


def raw(sheet: Sheet, scale: str) -> int:
    area, *numbers = MADE_OF[scale]
    stress = [side_of_stress(sheet, str(area), int(number)) for number in numbers]
    return sum(5 - one for one in stress) if scale in MUCH_IS_GOOD else sum(stress)


def column(scale: str, sex: str, of: int) -> int:
    return int(COLUMNS[scale][("male", "female").index(sex)][of - (len(MADE_OF[scale]) - 1)])


def expected(sheet: Sheet, sex: str | None, method: str) -> dict[str, object]:
    """The whole object that the program must print for one person."""
    sums = {
        area: sum(side_of_stress(sheet, area, n + 1) for n in range(NUMBER_OF_ITEMS[area])) for area in ("A", "B", "C")
    }
    scales: dict[str, dict[str, int | None]] = {}
    points = dict.fromkeys("ABCD", 0)
    for scale, (area, *_) in MADE_OF.items():
        of = raw(sheet, scale)
        scales[scale] = {"raw": of, "level": None, "points": None}
        if sex:
            level = column(scale, sex, of)
            scales[scale] |= {"level": level, "points": level if scale in MUCH_IS_GOOD else "0543210".index(str(level))}
            points[str(area)] += int(scales[scale]["points"] or 0)
    ill, burdened = sums["B"], sums["A"] + sums["C"]
    high: dict[str, bool | None] = {"sum": ill > 76 or (ill > 62 and burdened > 75), "conversion": None}
    if sex:
        high["conversion"] = points["B"] < 13 or (points["B"] < 18 and points["A"] + points["C"] < 27)
    return {
        "sums": sums,
        "scales": scales,
        "points": {area: points[area] if sex else None for area in "ABC"},
        "high_stress": high,
        "verdict": high[method],
    }
