"""Who may do what in a harassment case (Aki 7–12). The respondent and the mayor have no hat here."""

from bot.rules.access.grants import Act, Condition, Matrix, can
from bot.rules.people import AFFAIRS_HEADS, Role

OWN = (Condition.OWN,)
ASSIGNED = (Condition.ASSIGNED,)
REPORTED = (Condition.ASSIGNED, Condition.SUBMITTED, Condition.STEPPED_UP)
ON_ORDER = (Condition.ASSIGNED, Condition.ORDERED)  # Aki 8(1): the head orders the hearing
ON_COMMITTEE = (Condition.ASSIGNED, Condition.REFERRED, Condition.STEPPED_UP)  # Aki 8(2): never before
PRESIDING = (*ON_COMMITTEE, Condition.PRESIDING)  # Aki 9(8)
AFTER_PROPOSAL = (Condition.ASSIGNED, Condition.PROPOSED, Condition.STEPPED_UP)  # Aki 9(2), 12
IN_CHARGE = (Condition.ASSIGNED, Condition.STEPPED_UP)  # the section head, or for this case the deputy (K6)

FORM_1_READ = (
    can(Act.READ, only=(*REPORTED, Condition.IDENTITY_FREE)),
    can(Act.READ, only=(*REPORTED, Condition.CONSENTED)),
)

HARASSMENT: Matrix = {
    # Where a case stands and what one's own part in it is: the first screen, without what was told.
    "consultation": {
        Role.EMPLOYEE: (can(Act.READ, only=OWN),),
        **dict.fromkeys(
            (Role.DESK_OFFICER, Role.COUNSELLOR, Role.RESPONSE_NURSE, *AFFAIRS_HEADS),
            (can(Act.READ, Act.CLOSE, only=ASSIGNED),),  # step aside
        ),
        Role.SECRETARIAT: (can(Act.READ, only=ASSIGNED),),
        **dict.fromkeys((Role.COMMITTEE_MEMBER, Role.CHAIR), (can(Act.READ, only=(*ASSIGNED, Condition.REFERRED)),)),
        Role.SCHEDULER: (can(Act.NOTIFY, Act.CHANGE, Act.DISPOSE),),
    },
    # Who comes, which counsellor they want, when and where (Aki 7(6)(7)). Desk and counsellors may enter
    # what came by phone; only the door that was chosen is told.
    "intake": {
        Role.EMPLOYEE: (can(Act.CREATE, Act.READ, Act.CHANGE, Act.CLOSE, only=OWN),),
        Role.DESK_OFFICER: (can(Act.CREATE, Act.READ, Act.CHANGE, only=ASSIGNED),),
        Role.COUNSELLOR: (can(Act.CREATE, Act.READ, Act.CHANGE, only=ASSIGNED),),
        Role.RESPONSE_NURSE: (can(Act.READ, only=ASSIGNED),),
        Role.SCHEDULER: (can(Act.NOTIFY, Act.CHANGE),),
    },
    # Form 1, Aki 7(8). To the head without the name unless the person agrees.
    "intake_sheet": {
        Role.EMPLOYEE: (can(Act.READ, Act.CHANGE, only=OWN),),  # reads it back, takes parts out, agrees
        Role.DESK_OFFICER: (can(Act.READ, only=ASSIGNED),),
        Role.COUNSELLOR: (can(Act.CREATE, Act.READ, Act.APPEND, Act.CHANGE, only=ASSIGNED),),
        Role.RESPONSE_NURSE: (can(Act.READ, only=(Condition.ASSIGNED, Condition.CONSENTED)),),
        **dict.fromkeys(AFFAIRS_HEADS, FORM_1_READ),
        Role.SCHEDULER: (can(Act.NOTIFY, Act.CHANGE, Act.DISPOSE),),
    },
    # Whom the person wants kept out. The head meets the respondent in form 2, not here.
    "excluded_people": {
        Role.EMPLOYEE: (can(Act.CREATE, Act.READ, Act.CHANGE, only=OWN),),
        Role.COUNSELLOR: (can(Act.READ, only=ASSIGNED),),
        Role.SCHEDULER: (can(Act.READ),),
    },
    # The head's written order to hear people (Aki 8(1)).
    "fact_finding_order": {
        **dict.fromkeys(AFFAIRS_HEADS, (can(Act.CREATE, Act.READ, Act.CHANGE, only=IN_CHARGE),)),
        Role.COUNSELLOR: (can(Act.READ, only=ASSIGNED),),
        Role.SCHEDULER: (can(Act.NOTIFY),),
    },
    # Form 2, Aki 8(1). The person learns the outcome, not the sheet.
    "fact_sheet": {
        Role.EMPLOYEE: (can(Act.NOTIFY, only=OWN),),
        Role.COUNSELLOR: (can(Act.CREATE, Act.READ, Act.APPEND, only=ON_ORDER),),
        **dict.fromkeys(AFFAIRS_HEADS, (can(Act.READ, only=REPORTED),)),
        Role.COMMITTEE_MEMBER: (can(Act.READ, only=ON_COMMITTEE),),
        Role.CHAIR: (can(Act.READ, only=ON_COMMITTEE),),
        Role.SCHEDULER: (can(Act.NOTIFY, Act.DISPOSE),),
    },
    # How it ended, told by a responder.
    "outcome": {
        Role.EMPLOYEE: (can(Act.READ, only=OWN),),
        Role.COUNSELLOR: (can(Act.CREATE, Act.READ, only=ASSIGNED),),
    },
    # What the affected person said when somebody else has reported (K5): asked by the bot, or by a responder.
    "affected_consent": {
        Role.EMPLOYEE: (can(Act.READ, Act.CHANGE, only=OWN),),
        Role.COUNSELLOR: (can(Act.CREATE, Act.READ, Act.CHANGE, only=ASSIGNED),),
        Role.SCHEDULER: (can(Act.NOTIFY, Act.CHANGE, Act.DISPOSE),),
    },
    # Aki 8(2): only the person can switch it on; the head passes it on.
    "committee_request": {
        Role.EMPLOYEE: (can(Act.CREATE, Act.READ, Act.CLOSE, only=OWN),),
        Role.DESK_OFFICER: (can(Act.NOTIFY),),
        Role.COUNSELLOR: (can(Act.READ, only=ASSIGNED),),
        **dict.fromkeys(AFFAIRS_HEADS, (can(Act.READ, Act.CHANGE, only=IN_CHARGE),)),
        Role.COMMITTEE_MEMBER: (can(Act.READ, only=ON_COMMITTEE),),
        Role.CHAIR: (can(Act.READ, only=ON_COMMITTEE),),
        Role.SCHEDULER: (can(Act.NOTIFY),),
    },
    # Findings and proposal, Aki 9(2)(11).
    "committee_file": {
        Role.SECRETARIAT: (can(Act.READ, Act.APPEND, only=(Condition.ASSIGNED, Condition.REFERRED)),),
        Role.COMMITTEE_MEMBER: (
            can(Act.READ, Act.APPEND, only=ON_COMMITTEE),
            can(Act.CREATE, Act.CHANGE, only=PRESIDING),
        ),
        Role.CHAIR: (can(Act.CREATE, Act.READ, Act.APPEND, Act.CHANGE, only=ON_COMMITTEE),),
        Role.DIGEST_READER: (can(Act.STATISTICS),),
        Role.SCHEDULER: (can(Act.NOTIFY, Act.DISPOSE),),
    },
    # That there is a proposal, or more time is needed: to the person and the responders (Aki 9(2)(3)).
    "committee_notice": {
        Role.EMPLOYEE: (can(Act.READ, only=OWN),),
        Role.COUNSELLOR: (can(Act.READ, only=ASSIGNED),),
        Role.COMMITTEE_MEMBER: (can(Act.CREATE, Act.READ, Act.CHANGE, only=PRESIDING),),
        Role.CHAIR: (can(Act.CREATE, Act.READ, Act.CHANGE, only=ON_COMMITTEE),),
        Role.SCHEDULER: (can(Act.NOTIFY),),
    },
    # Aki 12, after a proposal only; the secretariat enters what the mayor decided.
    "measures": {
        Role.EMPLOYEE: (can(Act.NOTIFY, only=OWN),),
        Role.COUNSELLOR: (can(Act.NOTIFY, only=ASSIGNED),),
        **dict.fromkeys(AFFAIRS_HEADS, (can(Act.CREATE, Act.READ, Act.APPEND, only=AFTER_PROPOSAL),)),
        Role.SECRETARIAT: (can(Act.CREATE, Act.READ, Act.APPEND, only=(Condition.ASSIGNED, Condition.PROPOSED)),),
        Role.SCHEDULER: (can(Act.NOTIFY, Act.DISPOSE),),
    },
    # What somebody keeps to be asked later, a witness too (Aki 4(2), 11): nobody else learns that it is there.
    "harassment_contact": {
        Role.EMPLOYEE: (can(Act.CREATE, Act.READ, Act.CHANGE, Act.CLOSE, only=OWN),),
        Role.SCHEDULER: (can(Act.NOTIFY, Act.DISPOSE),),
    },
    # The guideline (Aki 3(1)): published by the head of general affairs, read by everybody, made known by each head
    # of a unit (Aki 3(3)).
    "guideline": {
        Role.EMPLOYEE: (can(Act.READ),),
        Role.UNIT_HEAD: (can(Act.READ), can(Act.APPEND, only=OWN)),
        Role.AFFAIRS_HEAD: (can(Act.CREATE, Act.READ, Act.CHANGE),),
        Role.SCHEDULER: (can(Act.NOTIFY),),
    },
    # That somebody has read it (Aki 3(2)): counted, never listed.
    "guideline_reading": {
        Role.EMPLOYEE: (can(Act.CREATE, only=OWN),),
        Role.AFFAIRS_HEAD: (can(Act.STATISTICS),),
        Role.DIGEST_READER: (can(Act.STATISTICS),),
    },
}
