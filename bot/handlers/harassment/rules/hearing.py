"""Form 2: one sheet for each person heard, written by the responders and reported to the head (Aki 8(1))."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime

from bot.errors import Refused
from bot.handlers.harassment.rules.circle import joined, responders
from bot.handlers.harassment.rules.clocks import FORM_2, HEAD_DECISION, again, is_last, last_day, with_clock
from bot.handlers.harassment.rules.moves import FOUND, HEARING
from bot.handlers.harassment.rules.notices import duty, news
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Record
from bot.rules.ledger import Ledger
from bot.rules.passed import Passed
from bot.rules.policy import Policy
from bot.rules.policy_harassment import SheetField

SHEET = "fact_sheet"  # the kind of record and the object of the matrix
AFFECTED, RESPONDENT, THIRD_PARTY = "affected", "respondent", "third_party"
HEARD = (AFFECTED, RESPONDENT, THIRD_PARTY)  # Aki 8(1), in the words of the regulation


@dataclass(frozen=True)
class Sheet:
    """One person's form 2 as it was saved for the `version`-th time.

    `name` is typed, never picked: nothing here can reach the respondent (K9).
    """

    number: int
    version: int
    heard: str
    name: str = ""
    lines: Mapping[str, str] = field(default_factory=dict)


def lines_for(heard: str, policy: Policy) -> tuple[SheetField, ...]:
    """The lines of form 2 that are meant for this person."""
    return tuple(line for line in policy.harassment.fact_sheet if not line.of or heard in line.of)


def versions(case: Case, ledger: Ledger) -> Mapping[tuple[int, int], Sheet]:
    """Everything that was saved, by number and version."""
    found = (Sheet(**record.body) for record in ledger.records(case.id) if record.kind == SHEET)
    return {(sheet.number, sheet.version): sheet for sheet in found}


def sheets(case: Case, ledger: Ledger) -> tuple[Sheet, ...]:
    """Each sheet as it stands, in the order in which they were begun; for the responders."""
    latest = {number: sheet for (number, _), sheet in sorted(versions(case, ledger).items())}
    return tuple(latest.values())


def reported(case: Case, ledger: Ledger) -> tuple[Sheet, ...]:
    """The sheets as they were reported to the head; nothing that was written since (K1)."""
    saved = versions(case, ledger)
    handed = ((int(number), version) for number, version in case.body.get("facts_reported", {}).items())
    return tuple(saved[key] for key in sorted(handed) if key in saved)


def unreported(case: Case, ledger: Ledger) -> tuple[str, ...]:
    """The records of form 2 that were never reported to the head, in no round of dealing with it (K8)."""
    rounds = (case.body, *case.body.get("earlier", ()))
    handed = {(int(one), version) for body in rounds for one, version in body.get("facts_reported", {}).items()}
    saved = (record for record in ledger.records(case.id) if record.kind == SHEET)
    return tuple(record.id for record in saved if (record.body["number"], record.body["version"]) not in handed)


def begin_sheet(heard: str, name: str, case: Case, ledger: Ledger) -> Decision | Refused:
    """A responder begins the sheet of somebody whom the head has ordered to be heard."""
    if case.state != HEARING:
        return Refused("harassment-sheet-stopped")
    if heard not in case.body.get("order", {}).get("heard", HEARD):
        return Refused("harassment-sheet-not-ordered", "heard")
    number = max((sheet.number for sheet in sheets(case, ledger)), default=0) + 1
    return _saved(Sheet(number, 1, heard, name))


def write_sheet(number: int, lines: Mapping[str, str], case: Case, ledger: Ledger) -> Decision | Refused:
    """One page of a sheet is saved; what stands on its other pages stays, and a line left empty takes nothing away.

    Of two who write the same line the later one is read; the earlier version stays in the case as a record.
    What was begun can be written to its end also while the hearing is stopped: nothing typed is lost.
    """
    before = next((sheet for sheet in sheets(case, ledger) if sheet.number == number), None)
    if before is None:
        return Refused("not-shown")
    return _saved(
        replace(before, version=before.version + 1, lines={**before.lines, **{k: v for k, v in lines.items() if v}})
    )


def report_facts(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The responders report form 2 to the head (Aki 8(1)), whose clock begins again."""
    written = [sheet for sheet in sheets(case, ledger) if any(sheet.lines.values())]
    if not written:
        return Refused("harassment-facts-none")
    due = last_day(HEAD_DECISION, ledger, now)
    head = str(case.identity.get("recipient", ""))
    found = Decision(
        act="report_facts",
        body={
            **{key: value for key, value in case.body.items() if key != "facts_late_on"},
            "facts_on": ledger.office.day(now).isoformat(),
            "facts_reported": {str(sheet.number): sheet.version for sheet in written},
            "head_due_on": due.isoformat(),
        },
        cancels=(FORM_2,),
        notices=(
            *duty(case, (head,), "facts", due, while_in=(FOUND,)),
            *news(case, (case.requester,), "facts", while_in=(FOUND,)),
        ),
    )
    return joined(with_clock(found, case, HEAD_DECISION, ledger, now), case, ledger, now, state=FOUND)


def not_yet(case: Case, ledger: Ledger) -> tuple[str, ...]:
    """Who was ordered to be heard and has no sheet."""
    begun = {sheet.heard for sheet in sheets(case, ledger)}
    return tuple(heard for heard in case.body.get("order", {}).get("heard", ()) if heard not in begun)


def on_form_2(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """Form 2 has not come: the responders are reminded; on the last stage the person hears, and the head (G13)."""
    if case.state != HEARING:
        return None
    today = ledger.office.day(now)
    due = max(date.fromisoformat(case.body["facts_due_on"]), today) if "facts_due_on" in case.body else today
    reminded = duty(case, responders(case), f"form2:{deadline.stage}", due, while_in=(HEARING,))
    later = again(FORM_2, deadline, ledger, now)
    if not is_last(FORM_2, deadline.stage, ledger):
        return Decision(act="nudge_hearing", deadlines=later, notices=reminded)
    told = news(case, (case.requester, str(case.identity.get("recipient", ""))), "facts_late", while_in=(HEARING,))
    return Decision(
        act="nudge_hearing", body={**case.body, "facts_late_on": today.isoformat()}, deadlines=later,
        notices=(*told, *reminded),
    )  # fmt: skip


def _saved(sheet: Sheet) -> Decision:
    """Another version beside the earlier ones; it is no news to anybody else's screen."""
    saved = Record(SHEET, asdict(sheet))
    return Decision(act="write_fact_sheet", records=(saved,), keeps_rev=True, answer={"number": sheet.number})


PASSED = {FORM_2: Passed(Act.NOTIFY, "fact_sheet", on_form_2)}
