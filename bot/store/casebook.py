"""Cases, their records and their parties: opened from the database, written back sealed."""

import hmac
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import uuid4

from sqlalchemy import ColumnElement, Connection, Row, bindparam, delete, insert, select, update

from bot.errors import Conflict, SealBroken, Unpermitted
from bot.rules.cases import NOTHING, Case, Party, Purpose, Record
from bot.rules.consent import Consent
from bot.store import consents
from bot.store.audit import PSEUDONYM_BYTES
from bot.store.keys import KeyRing
from bot.store.models import CaseKeyRow, CaseRow, ConsentRow, PartyRow, RecordRow, table
from bot.store.seal import Place, open_json, seal_json
from bot.store.tombstones import Cut, bury, bury_words

CASE, CASE_KEY, PARTY, RECORD = table(CaseRow), table(CaseKeyRow), table(PartyRow), table(RecordRow)
CONSENT = table(ConsentRow)
SCHEMA = 1
SHELL = dict.fromkeys(("body", "identity", "retention_until", "ended_year"))
Secrets = dict[str, tuple[str, bytes]]  # purpose of a data key -> its id and itself
BY_ID = select(CASE).where(CASE.c.id == bindparam("case"))
KEYS_OF = select(CASE_KEY).where(CASE_KEY.c.case_id == bindparam("case"))
ADD_CASE, ADD_KEYS, ADD_PARTIES, ADD_RECORD = insert(CASE), insert(CASE_KEY), insert(PARTY), insert(RECORD)
LONGEST_OPEN_YEARS = 3  # a party is looked for under this fiscal year and the ones before it
YEARS = tuple(f"index_{number}" for number in range(LONGEST_OPEN_YEARS))
OF_A_PERSON = (
    select(CASE)
    .join(PARTY, PARTY.c.case_id == CASE.c.id)
    .where(PARTY.c.bidx.in_([bindparam(name) for name in YEARS]), PARTY.c.purpose == bindparam("purpose"))
    .order_by(CASE.c.opened_month, CASE.c.id)
)


def fiscal_year_of(month: str) -> int:
    """The fiscal year (April to March) of a month written 2026-09."""
    year, number = int(month[:4]), int(month[5:7])
    return year if number >= 4 else year - 1


def shell_of(row: Row[Any]) -> Case:
    """What of a case is clear."""
    return Case(
        id=row.id, flow=row.flow, kind=row.kind, state=row.state, rev=row.rev,
        opened_month=row.opened_month, policy_version=row.policy_version, period=row.period,
    )  # fmt: skip


class Casebook:
    """Reads and writes cases within one transaction. Every case has its own data key, its identity another."""

    def __init__(self, connection: Connection, ring: KeyRing, domains: Mapping[str, str], team: str) -> None:
        self._connection = connection
        self._ring = ring
        self._domains = domains
        self._team = team
        self._secrets: dict[str, Secrets] = {}  # of the cases of this transaction

    def load(self, case_id: str) -> Case | None:
        """The case with its sealed parts opened, or None.

        Raises SealBroken when a part does not belong to this row, state and revision.
        """
        row = self._connection.execute(BY_ID, {"case": case_id}).first()
        if row is None or row.body is None:  # its keys are asked for all the same: missing costs as much as denied
            self._connection.execute(KEYS_OF, {"case": case_id}).all()
        return None if row is None else self._opened(row)

    def living(self) -> Sequence[str]:
        """The ids of all cases that hold something still; for the rehearsal of a restore."""
        return self._connection.execute(select(CASE.c.id).where(CASE.c.body.is_not(None))).scalars().all()

    def listed(
        self, flow: str, kind: str, period: str, state: str, *, after: str = "", limit: int | None = None
    ) -> list[Case]:
        """The cases of a kind and period in a state by their ids: those after `after`, `limit` at most."""
        of_it = (CASE.c.flow == flow) & (CASE.c.kind == kind) & (CASE.c.period == period) & (CASE.c.state == state)
        wanted = select(CASE).where(of_it, CASE.c.id > after).order_by(CASE.c.id).limit(limit)
        return [self._opened(row) for row in self._connection.execute(wanted).all()]

    def open(self, case: Case, parties: Sequence[Party]) -> Case:
        """Write a case that does not exist yet, under new keys; gives it with its id."""
        case = replace(case, id=case.id or uuid4().hex, rev=1)
        secrets = self._new_keys(case, ("case", "identity") if case.identity else ("case",))
        self._connection.execute(
            ADD_CASE,
            {
                "id": case.id, "flow": case.flow, "kind": case.kind, "state": case.state, "rev": case.rev,
                "policy_version": case.policy_version, "opened_month": case.opened_month, "period": case.period,
                **self._sealed(case, secrets),
            },
        )  # fmt: skip
        self.add_parties(case, parties)
        return case

    def save(self, case: Case) -> Case:
        """Write a changed case as its next revision. Raises Conflict when it moved on in between."""
        secrets = self._keys(case)
        if case.identity and "identity" not in secrets:
            secrets = self._new_keys(case, ("identity",))
        after = replace(case, rev=case.rev + 1)
        done = self._connection.execute(
            update(CASE)
            .where(CASE.c.id == case.id, CASE.c.rev == case.rev)
            .values(state=after.state, rev=after.rev, **self._sealed(after, secrets))
        )
        if done.rowcount != 1:
            raise Conflict
        return after

    def end_route(self, case: Case) -> None:
        """Destroy who asked whom and what was said: keys, body, identity, parties (Yam 11(3)).

        What stays is a shell of id and state, so that an old button meets an ended matter.
        """
        self._destroy_keys(case, CASE_KEY.c.case_id == case.id)
        self._connection.execute(delete(PARTY).where(PARTY.c.case_id == case.id))
        self._connection.execute(delete(RECORD).where(RECORD.c.case_id == case.id))
        self._connection.execute(delete(CONSENT).where(CONSENT.c.case_id == case.id))
        self._connection.execute(update(CASE).where(CASE.c.id == case.id).values(SHELL))

    def end_identity(self, case: Case, stays: Collection[str] = ()) -> None:
        """Destroy what names somebody in a case, with its key; the rest of the case stays (G5).

        So do the parties, but whoever raised it, whose month is counted. Where words were cut out of the body as well,
        `stays` names the fields that were kept.
        """
        if stays:
            bury_words(self._connection, Cut(case.state, tuple(stays), self._keys(case)["case"][0]))
        self._destroy_keys(case, (CASE_KEY.c.case_id == case.id) & (CASE_KEY.c.purpose == "identity"))
        named = (PARTY.c.case_id == case.id) & (PARTY.c.purpose != Purpose.RAISER)
        self._connection.execute(delete(PARTY).where(named))
        self._connection.execute(update(CASE).where(CASE.c.id == case.id).values(identity=None))

    def add_parties(self, case: Case, parties: Iterable[Party]) -> None:
        """Make the case findable for these people."""
        rows = [{"case_id": case.id, "purpose": p.purpose, "bidx": self._index(case, p)} for p in parties]
        if rows:
            self._connection.execute(ADD_PARTIES, rows)

    def drop_parties(self, case: Case, parties: Iterable[Party]) -> None:
        """Let these people no longer find the case."""
        for party in parties:
            self._connection.execute(
                delete(PARTY).where(PARTY.c.case_id == case.id, PARTY.c.bidx == self._index(case, party))
            )

    def open_cases(self, person: str, purpose: Purpose, flow: str, month: str) -> list[Case]:
        """The cases of a flow in which somebody has a part, found by the keyed hash and then checked."""
        years = range(fiscal_year_of(month), fiscal_year_of(month) - LONGEST_OPEN_YEARS, -1)
        indexes = {name: self._blind(flow, purpose, year, person) for name, year in zip(YEARS, years, strict=True)}
        rows = self._connection.execute(OF_A_PERSON, {"purpose": purpose, **indexes}).all()
        return [self._opened(row) for row in rows]

    def add_record(self, case: Case, record: Record) -> None:
        """Write an entry under the case's own data key."""
        record_id = uuid4().hex
        key_id, secret = self._keys(case)["case"]
        place = Place(self._domains[case.flow], "record", "body", record_id, key_id, 1)
        body = seal_json(secret, {"kind": record.kind, "fields": dict(record.body)}, place, SCHEMA)
        self._connection.execute(
            ADD_RECORD, {"id": record_id, "case_id": case.id, "kind": record.kind, "rev": 1, "body": body}
        )

    def records(self, case_id: str) -> list[Record]:
        """The entries of a case; the order says nothing about when they were written."""
        case = self._connection.execute(BY_ID, {"case": case_id}).first()
        rows = self._connection.execute(select(RECORD).where(RECORD.c.case_id == case_id).order_by(RECORD.c.id)).all()
        if case is None or not rows:
            return []
        key_id, secret = self._keys(case)["case"]
        found = []
        for row in rows:
            place = Place(self._domains[case.flow], "record", "body", row.id, key_id, row.rev)
            _, value = open_json(secret, row.body, place)
            found.append(Record(kind=value["kind"], body=value["fields"], id=row.id))
        return found

    def drop_records(self, case: Case, ids: Collection[str]) -> None:
        """Destroy these entries of a case; the others stay."""
        dropped = (RECORD.c.case_id == case.id) & RECORD.c.id.in_(ids)
        bury(self._connection, select(RECORD.c.id).where(dropped))
        self._connection.execute(delete(RECORD).where(dropped))

    def save_consent(self, case: Case, consent: Consent) -> None:
        """Write a line of the ledger of consents, new (without id) or changed, under the case's own data key."""
        found = self._connection.execute(select(CONSENT).where(CONSENT.c.id == consent.id)).first()
        row_id, rev = consent.id or uuid4().hex, found.rev + 1 if found else 1
        key_id, secret = self._keys(case)["case"]
        place = Place(self._domains[case.flow], "consent", "body", row_id, key_id, rev)
        values = {
            "case_id": case.id, "rev": rev, "expires_on": consent.expires_on,
            "state": "withdrawn" if consent.withdrawn_at else "given",
            "body": seal_json(secret, consents.to_fields(consent), place, SCHEMA),
        }  # fmt: skip
        if found:
            self._connection.execute(update(CONSENT).where(CONSENT.c.id == row_id).values(values))
        else:
            self._connection.execute(insert(CONSENT), {"id": row_id, **values})

    def consents(self, case_id: str) -> list[Consent]:
        """Every line of the ledger of consents of a case."""
        case = self._connection.execute(BY_ID, {"case": case_id}).first()
        rows = self._connection.execute(select(CONSENT).where(CONSENT.c.case_id == case_id).order_by(CONSENT.c.id))
        found: list[Consent] = []
        if case is None:
            return found
        for row in rows.all():
            key_id, secret = self._keys(case)["case"]
            place = Place(self._domains[case.flow], "consent", "body", row.id, key_id, row.rev)
            found.append(consents.from_fields(row.id, open_json(secret, row.body, place)[1]))
        return found

    def pseudonym(self, case: Case, person: str) -> bytes | None:
        """Stands for the asker in the audit log; comes from the identity's key and cannot be linked without it (G9).

        None when the case is not theirs.
        """
        if not case.exists or case.requester != person:
            return None
        return hmac.digest(self._keys(case)["identity"][1], person.encode(), "sha256")[:PSEUDONYM_BYTES]

    def case_id_for(self, flow: str, *parts: str) -> str:
        """The id that the case described by `parts` always has; without the key it looks random."""
        return self._ring.case_id(self._domains[flow], flow, *parts)

    def _new_keys(self, case: Case, purposes: Sequence[str]) -> Secrets:
        """Add data keys to the case; gives all that it has then."""
        domain, rows = self._domains[case.flow], []
        secrets = self._secrets.setdefault(case.id, {})
        for purpose in purposes:
            key_id = uuid4().hex
            secret, wrapped, version = self._ring.new_data_key(domain, key_id)
            secrets[purpose] = key_id, secret
            rows.append(
                {
                    "id": key_id, "case_id": case.id, "domain": domain, "purpose": purpose,
                    "kek_version": version, "wrapped": wrapped,
                }
            )  # fmt: skip
        self._connection.execute(ADD_KEYS, rows)
        return secrets

    def _destroy_keys(self, case: Case, which: ColumnElement[bool]) -> None:
        """Data keys die for good: their ids go out to where an older copy of the database meets them again."""
        self._secrets.pop(case.id, None)
        bury(self._connection, select(CASE_KEY.c.id).where(which))
        self._connection.execute(delete(CASE_KEY).where(which))

    def _keys(self, case: "Case | Row[Any]") -> Secrets:
        if case.id not in self._secrets:
            rows = self._connection.execute(KEYS_OF, {"case": case.id})
            keys = {r.purpose: (r.id, self._ring.unwrap(r.domain, r.id, r.kek_version, r.wrapped)) for r in rows}
            if "case" not in keys:
                raise Unpermitted  # its route has ended: nobody may write or read here any more
            self._secrets[case.id] = keys
        return self._secrets[case.id]

    def _sealed(self, case: Case, secrets: Secrets) -> dict[str, bytes | None]:
        """Both sealed columns for one revision; the clear columns are repeated inside, so that changing them shows."""
        clear = {"kind": case.kind, "state": case.state, "period": case.period}
        key_id, secret = secrets["case"]
        sealed: dict[str, bytes | None] = {
            "body": seal_json(secret, clear | {"fields": dict(case.body)}, self._place(case, "body", key_id), SCHEMA),
            "identity": None,
        }
        if case.identity:
            key_id, secret = secrets["identity"]
            place = self._place(case, "identity", key_id)
            sealed["identity"] = seal_json(secret, {"fields": dict(case.identity)}, place, SCHEMA)
        return sealed

    def _opened(self, row: Row[Any]) -> Case:
        shell = shell_of(row)
        if row.body is None:
            return shell
        keys = self._keys(shell)
        key_id, secret = keys["case"]
        _, value = open_json(secret, row.body, self._place(shell, "body", key_id))
        if (value["kind"], value["state"], value["period"]) != (row.kind, row.state, row.period):
            raise SealBroken
        identity: Mapping[str, Any] = NOTHING
        if row.identity is not None:
            key_id, secret = keys["identity"]
            _, named = open_json(secret, row.identity, self._place(shell, "identity", key_id))
            identity = named["fields"]
        return replace(shell, body=value["fields"], identity=identity)

    def _place(self, case: Case, column: str, key_id: str) -> Place:
        return Place(self._domains[case.flow], "case_file", column, case.id, key_id, case.rev)

    def _index(self, case: Case, party: Party) -> bytes:
        return self._blind(case.flow, party.purpose, fiscal_year_of(case.opened_month), party.person)

    def _blind(self, flow: str, purpose: str, year: int, person: str) -> bytes:
        return self._ring.blind_index(self._domains[flow], "party", flow, purpose, str(year), self._team, person)
