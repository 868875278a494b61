"""Who may do what, written down a second time from the three regulations, to hold the program's matrix against.

One line for each object; for each hat the acts, and after the colon every condition they hang on.
Acts: C create, R read, A append, U change, T refer, X close, D dispose, N notify, S statistics.
Conditions: o own, a assigned, k on call, c consented, i without identity, y only the date, e shown once,
s handed in, d ordered, r referred, P elected to preside, p proposed, q applied, u unopened, b published,
t second factor.
A hat that stands twice on a line has two ways.
"""

from collections.abc import Iterator

ORACLE = """
# peer support
request             EMP CRUX:o | US CRU:a | HS CRU:a | EC RU:ac | SYS NU
contact             EMP RUX:o | SYS ND
absence             US C:o | HS C:o | EC C:o
message             EMP CR:o | US RA:a | HS RA:a | EC RA:ac | SYS D
note                US CRA:oa | HS CRA:oa | EC CRA:oac | SYS D
consent             EMP CRU:o | US R:a | HS R:a | EC R:a | WH R:c
consented_identity  EMP R:o | US R:a | HS R:a | EC R:ac | CO R:c | WH R:c | SYS D
advice              US CRAX:ai | HS CRAX:ai | CO RA:i | SYS ND
practice            US CRUX:o | HS CRUX:o | SYS D
referral            EMP C:o | US T:ac | HS T:ac | HS R:a | EC R:a | SYS N
draft               EMP CRUX:o | SYS D
record              US CR:o | HS CR:o | EC CR:o | CO S | WH R:si | SYS AD
monthly_report      US CRX:o | HS CRX:o | CO NS | WH R:si | DR S | SYS CXND
adviser_report      EC CRX:o | CO NS | WH R:si | DR S | SYS ND
# harassment
consultation        EMP R:o | DO RX:a | HC RX:a | RN RX:a | SE R:a | AH RX:a | AF RX:a | CM R:ar | CH R:ar | SYS NUD
intake              EMP CRUX:o | DO CRU:a | HC CRU:a | RN R:a | SYS NU
intake_sheet        EMP RU:o | DO R:a | HC CRAU:a | RN R:ac | AH R:asit | AH R:asct | AF R:asit | AF R:asct | SYS NUD
excluded_people     EMP CRU:o | HC R:a | SYS R
fact_finding_order  AH CRU:at | AF CRU:at | HC R:a | SYS N
fact_sheet          EMP N:o | HC CRA:ad | AH R:ast | AF R:ast | CM R:art | CH R:art | SYS ND
outcome             EMP R:o | HC CR:a
affected_consent    EMP RU:o | HC CRU:a | SYS NUD
committee_request   EMP CRX:o | DO N | HC R:a | AH RU:at | AF RU:at | CM R:art | CH R:art | SYS N
committee_file      SE RA:ar | CM RA:art | CM CU:arPt | CH CRAU:art | DR S | SYS ND
committee_notice    EMP R:o | HC R:a | CM CRU:arPt | CH CRU:art | SYS N
measures            EMP N:o | HC N:a | AH CRA:apt | AF CRA:apt | SE CRA:ap | SYS ND
harassment_contact  EMP CRUX:o | SYS ND
guideline           EMP R | UH R | UH A:o | AH CRU | SYS N
guideline_reading   EMP C:o | AH S | DR S
# stress check
plan                EMP R | IM R | CL CR | JC R | PL CRU | AS R | DR R | SYS NU
examinee_list       EMP R:o | IM R | CL CR | JC R | PL S | AS S | SYS U
taken               EMP R:o | CL RUN | PL S | SYS N
answers             EMP CR:o | IM R:t | JC CR | SYS D
result              EMP R:o | IM RN:t | JC RN | AS R:qc | SYS NUD
interview_eligible  EMP R:o | IM CR:t | JC CR | PH R:at | SYS N
application         EMP CR:o | EMP X:ou | IM R:t | CL R | JC CR | AS R:q | PH R:at | SYS N
counselling_wish    EMP CRX:o | IM RU:t | JC RU | SYS N
schedule            EMP RUX:o | IM CRU | CL CRU | JC CRU | AS R:y | PH RU:at | SYS NU
opinion             EMP R:o | IM R:t | JC R | AS R:q | PH CR:at | SYS ND
group_analysis      EMP R:b | IM RU | JC CR:d | AS RA:s | DR R:s | SYS ND
work_measures       EMP R:o | IM R:t | AS CRU:q | PH R:at | SYS N
# the house
directory           * R | WH C | AD C | SYS N
training            EMP R | US R | HS R | CO CRU | AH CRU:o | DO CRU:o | SYS N
learning            US CR:o | HS CR:o | CO CR:o | SYS N
thanks              WH CR | SYS N
key_change          AD R | SYS N
roster              AD CRU | OP CRU
appointment         UH CRU:o | WH CRU:t | AH RU:t | IM RU:t | AD CR | OP CRU | SYS UN
oath                ** CR:o
step_up_code        ** U:o | OP CRU
duties              * R:o
gaps                WH R | AH R | DR R | AD R | OP R | SYS N
danger              EMP CR:o | US CR:a | HS CR:a | EC CR:a | HC CR:a | PH CR:a | IM C:a | SYS ND
danger              IM RU:ket | CO RU:ket | WH RU:ket | AH RU:ket
danger_fact         WH RA | CO RA | AU RA | AH R:k | IM R:k | SYS N
own_data            EMP RUXD:o
own_request         EMP CRX:o | AD C | JC C | WH C | AS C | SYS ND
own_request         AD RU:a | JC RU:a | WH RU:a | AS RU:a
digest              DR R | WH R | AH R | SYS CN
duty_board          DR R | WH R | AH R | PL R | AD R | AU R | OP R
audit_log           AU R
audit_check         AU R | AD R | OP R
keys                AD U | OP CU
stress_keys         IM CU | JC CU
health              AD R | OP R
configuration       AD CR | OP CR
"""

HATS = {
    "EMP": "employee",
    "US": "unit_supporter",
    "HS": "hq_supporter",
    "CO": "coordinator",
    "EC": "external_adviser",
    "WH": "welfare_head",
    "UH": "unit_head",
    "DO": "desk_officer",
    "HC": "counsellor",
    "RN": "response_nurse",
    "AH": "affairs_head",
    "AF": "affairs_deputy",
    "CM": "committee_member",
    "CH": "chair",
    "SE": "secretariat",
    "IM": "implementer",
    "CL": "clerk",
    "JC": "joint_clerk",
    "PL": "planner",
    "PH": "physician",
    "AS": "affairs_staff",
    "DR": "digest_reader",
    "AD": "administrator",
    "AU": "auditor",
    "OP": "operator",
    "SYS": "scheduler",
}
ACTS = {
    "C": "create",
    "R": "read",
    "A": "append",
    "U": "change",
    "T": "refer",
    "X": "close",
    "D": "dispose",
    "N": "notify",
    "S": "statistics",
}
CONDITIONS = {
    "o": "own",
    "a": "assigned",
    "k": "on_call",
    "c": "consented",
    "i": "identity_free",
    "y": "date_only",
    "e": "ephemeral",
    "s": "submitted",
    "d": "ordered",
    "r": "referred",
    "P": "presiding",
    "p": "proposed",
    "q": "applied",
    "u": "unopened",
    "b": "published",
    "t": "stepped_up",
}
PROCESSES = {"OP", "SYS"}

Cell = tuple[str, str, str]


def _hats(short: str) -> Iterator[str]:
    """`*` is every hat of a person, `**` every office."""
    if short == "*":
        yield from (HATS[h] for h in HATS if h not in PROCESSES)
    elif short == "**":
        yield from (HATS[h] for h in HATS if h not in PROCESSES | {"EMP"})
    else:
        yield HATS[short]


def read_oracle() -> dict[Cell, set[frozenset[str]]]:
    """(object, hat, act) -> the ways in which it is allowed, each a set of conditions."""
    cells: dict[Cell, set[frozenset[str]]] = {}
    for line in ORACLE.splitlines():
        if not line or line.startswith("#"):
            continue
        obj, rest = line.split(maxsplit=1)
        for entry in rest.split("|"):
            short, codes = entry.split()
            acts, _, conditions = codes.partition(":")
            way = frozenset(CONDITIONS[c] for c in conditions)
            for hat in _hats(short):
                for act in acts:
                    cells.setdefault((obj, hat, ACTS[act]), set()).add(way)
    return cells
