"""Who holds which office in the town hall, and who may have a part in a consultation, typed by hand from Aki 11."""

from dataclasses import dataclass, field

from bot.sandbox.townhall import STAFF

DESK = ("U0KOBAYASHI", "U0KATO")
COUNSELLORS = ("U0SAITO", "U0GOTO", "U0SAKAMOTO", "U0MAEDA", "U0OKADA", "U0YOSHINO")
HEAD, DEPUTY, CHAIR, SECRETARY = "U0NAKAMURA", "U0YAMAMOTO", "U0TANAKA", "U0KOBAYASHI"
MEMBERS = (CHAIR, HEAD, "U0MATSUDA", "U0OKAMOTO", "U0HASEGAWA", "U0INOUE")  # by their seats
SECTION = {CHAIR, HEAD, *DESK}  # Aki 7(2), 9(6)(11): one staff section keeps desk and secretariat
TICKS = {"desk": DESK, "counsellors": COUNSELLORS, "head": (HEAD,), "committee": MEMBERS}
BY_OFFICE = {HEAD, DEPUTY, *MEMBERS}
SUPERIOR_OF = {one.id: one.superior for one in STAFF}
BY_NAME = {one.name: one.id for one in STAFF}


def superiors(person: str) -> set[str]:
    found: set[str] = set()
    while person := SUPERIOR_OF.get(person, ""):
        found.add(person)
    return found


@dataclass
class Circle:
    """The people around one consultation: whose it is, and who has been put or has stepped out of it, for good."""

    asker: str
    affected: str = ""
    named: set[str] = field(default_factory=set)
    ticks: set[str] = field(default_factory=set)
    aside: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)

    @property
    def kept_out(self) -> set[str]:
        """Whom the person has named, or whose office they have ticked."""
        return (self.named | {who for tick in self.ticks for who in TICKS[tick]}) - {self.asker}

    @property
    def out(self) -> set[str]:
        """Who must never hear of it again."""
        return self.kept_out | self.aside

    def may(self, person: str, *, by_office: bool = False) -> bool:
        """Whether nothing keeps somebody from it; by office also for who works under them (K6)."""
        above = superiors(self.asker) | superiors(self.affected)
        return person not in {*self.out, self.asker, self.affected} and (by_office or person not in above)

    def _of_section(self, person: str, *, by_office: bool = False) -> bool:
        return not SECTION & self.kept_out and self.may(person, by_office=by_office)

    @property
    def desk(self) -> list[str]:
        return [who for who in DESK if self._of_section(who)]

    @property
    def counsellors(self) -> list[str]:
        return [who for who in COUNSELLORS if self.may(who)]

    @property
    def candidates(self) -> list[str]:
        """Who can be one of the two: nobody who has refused it."""
        return [who for who in self.counsellors if who not in self.refused]

    @property
    def recipient(self) -> str:
        """Who receives form 1: the head, else the deputy, "" for nobody (K6)."""
        return next((who for who in (HEAD, DEPUTY) if self.may(who, by_office=True)), "")

    @property
    def members(self) -> list[str]:
        return [who for who in MEMBERS if self.may(who, by_office=True)]

    @property
    def chair(self) -> str:
        return CHAIR if self.may(CHAIR, by_office=True) else ""

    @property
    def secretary(self) -> str:
        return SECRETARY if self._of_section(SECRETARY) else ""

    @property
    def doors(self) -> list[str]:
        """Where it can be brought; nowhere without two counsellors (Aki 7(6))."""
        at_desk = ["desk"] if self.desk else []
        return [*at_desk, *self.counsellors] if len(self.counsellors) > 1 else []
