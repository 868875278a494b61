"""Who may do what in peer support (Yam 4–11)."""

from bot.rules.access.grants import Act, Condition, Matrix, can
from bot.rules.people import Role

OWN = (Condition.OWN,)
ASSIGNED = (Condition.ASSIGNED,)
ADVISER = (Condition.ASSIGNED, Condition.CONSENTED)  # choosing the adviser by name is a consent (Yam 9)
AUTHOR = (Condition.ASSIGNED, Condition.OWN)
REFERRAL = (Condition.ASSIGNED, Condition.CONSENTED)  # Yam 10(2)(3)
NAMELESS = (Condition.ASSIGNED, Condition.IDENTITY_FREE)
HANDED_IN = (Condition.SUBMITTED, Condition.IDENTITY_FREE)

PEER: Matrix = {
    # Who asked whom, and what for. Yam 9: directly; a supporter may enter what came by phone.
    "request": {
        Role.EMPLOYEE: (can(Act.CREATE, Act.READ, Act.CHANGE, Act.CLOSE, only=OWN),),
        Role.UNIT_SUPPORTER: (can(Act.CREATE, Act.READ, Act.CHANGE, only=ASSIGNED),),
        Role.HQ_SUPPORTER: (can(Act.CREATE, Act.READ, Act.CHANGE, only=ASSIGNED),),
        Role.EXTERNAL_ADVISER: (can(Act.READ, Act.CHANGE, only=ADVISER),),
        Role.SCHEDULER: (can(Act.NOTIFY, Act.CHANGE),),
    },
    # What is left where the person keeps a contact, and the later check (Yam 12); the supporter has no row.
    "contact": {
        Role.EMPLOYEE: (can(Act.READ, Act.CHANGE, Act.CLOSE, only=OWN),),
        Role.SCHEDULER: (can(Act.NOTIFY, Act.DISPOSE),),
    },
    # Who is away says so (Yam 9): nobody else does, and nobody is asked why.
    "absence": {
        Role.UNIT_SUPPORTER: (can(Act.CREATE, only=OWN),),
        Role.HQ_SUPPORTER: (can(Act.CREATE, only=OWN),),
        Role.EXTERNAL_ADVISER: (can(Act.CREATE, only=OWN),),
    },
    "message": {
        Role.EMPLOYEE: (can(Act.CREATE, Act.READ, only=OWN),),
        Role.UNIT_SUPPORTER: (can(Act.READ, Act.APPEND, only=ASSIGNED),),
        Role.HQ_SUPPORTER: (can(Act.READ, Act.APPEND, only=ASSIGNED),),
        Role.EXTERNAL_ADVISER: (can(Act.READ, Act.APPEND, only=ADVISER),),
        Role.SCHEDULER: (can(Act.DISPOSE),),
    },
    # A supporter's private note: its author's alone, not the asker's.
    "note": {
        Role.UNIT_SUPPORTER: (can(Act.CREATE, Act.READ, Act.APPEND, only=AUTHOR),),
        Role.HQ_SUPPORTER: (can(Act.CREATE, Act.READ, Act.APPEND, only=AUTHOR),),
        Role.EXTERNAL_ADVISER: (can(Act.CREATE, Act.READ, Act.APPEND, only=(*AUTHOR, Condition.CONSENTED)),),
        Role.SCHEDULER: (can(Act.DISPOSE),),
    },
    "consent": {
        Role.EMPLOYEE: (can(Act.CREATE, Act.READ, Act.CHANGE, only=OWN),),
        Role.UNIT_SUPPORTER: (can(Act.READ, only=ASSIGNED),),
        Role.HQ_SUPPORTER: (can(Act.READ, only=ASSIGNED),),
        Role.EXTERNAL_ADVISER: (can(Act.READ, only=ASSIGNED),),
        Role.WELFARE_HEAD: (can(Act.READ, only=(Condition.CONSENTED,)),),
    },
    # What of a person's identity may stand in a record, because the person agreed (Yam 11(3)).
    "consented_identity": {
        Role.EMPLOYEE: (can(Act.READ, only=OWN),),
        Role.UNIT_SUPPORTER: (can(Act.READ, only=ASSIGNED),),
        Role.HQ_SUPPORTER: (can(Act.READ, only=ASSIGNED),),
        Role.EXTERNAL_ADVISER: (can(Act.READ, only=ADVISER),),
        Role.COORDINATOR: (can(Act.READ, only=(Condition.CONSENTED,)),),
        Role.WELFARE_HEAD: (can(Act.READ, only=(Condition.CONSENTED,)),),
        Role.SCHEDULER: (can(Act.DISPOSE),),
    },
    # Yam 10(2): a coordinator is asked mindful of personal data, so without any.
    "advice": {
        Role.UNIT_SUPPORTER: (can(Act.CREATE, Act.READ, Act.APPEND, Act.CLOSE, only=NAMELESS),),
        Role.HQ_SUPPORTER: (can(Act.CREATE, Act.READ, Act.APPEND, Act.CLOSE, only=NAMELESS),),
        Role.COORDINATOR: (can(Act.READ, Act.APPEND, only=(Condition.IDENTITY_FREE,)),),
        Role.SCHEDULER: (can(Act.NOTIFY, Act.DISPOSE),),
    },
    # P11: a request that nobody has made, to practise with; it is the supporter's alone and counts nowhere.
    "practice": {
        Role.UNIT_SUPPORTER: (can(Act.CREATE, Act.READ, Act.CHANGE, Act.CLOSE, only=OWN),),
        Role.HQ_SUPPORTER: (can(Act.CREATE, Act.READ, Act.CHANGE, Act.CLOSE, only=OWN),),
        Role.SCHEDULER: (can(Act.DISPOSE),),
    },
    # Yam 10(2)(3): handed over only when the person has said yes; the one who receives it may see that.
    "referral": {
        Role.EMPLOYEE: (can(Act.CREATE, only=OWN),),
        Role.UNIT_SUPPORTER: (can(Act.REFER, only=REFERRAL),),
        Role.HQ_SUPPORTER: (can(Act.REFER, only=REFERRAL), can(Act.READ, only=ASSIGNED)),
        Role.EXTERNAL_ADVISER: (can(Act.READ, only=ASSIGNED),),
        Role.SCHEDULER: (can(Act.NOTIFY),),
    },
    # Yam 10(4)(1): what a person means to tell the superior is their own; nobody else has a row, the superior least.
    "draft": {
        Role.EMPLOYEE: (can(Act.CREATE, Act.READ, Act.CHANGE, Act.CLOSE, only=OWN),),
        Role.SCHEDULER: (can(Act.DISPOSE),),
    },
    # What was done (Yam 11): no link back to the asker, who therefore has no row here.
    "record": {
        Role.UNIT_SUPPORTER: (can(Act.CREATE, Act.READ, only=OWN),),
        Role.HQ_SUPPORTER: (can(Act.CREATE, Act.READ, only=OWN),),
        Role.EXTERNAL_ADVISER: (can(Act.CREATE, Act.READ, only=OWN),),
        Role.COORDINATOR: (can(Act.STATISTICS),),
        Role.WELFARE_HEAD: (can(Act.READ, only=HANDED_IN),),
        Role.SCHEDULER: (can(Act.APPEND, Act.DISPOSE),),
    },
    # Yam 11(1): the scheduler drafts it and closes the empty month, the supporter sends it.
    "monthly_report": {
        Role.UNIT_SUPPORTER: (can(Act.CREATE, Act.READ, Act.CLOSE, only=OWN),),
        Role.HQ_SUPPORTER: (can(Act.CREATE, Act.READ, Act.CLOSE, only=OWN),),
        Role.COORDINATOR: (can(Act.NOTIFY, Act.STATISTICS),),
        Role.WELFARE_HEAD: (can(Act.READ, only=HANDED_IN),),
        Role.DIGEST_READER: (can(Act.STATISTICS),),
        Role.SCHEDULER: (can(Act.CREATE, Act.CLOSE, Act.NOTIFY, Act.DISPOSE),),
    },
    # Yam 11(2): an external adviser reports each time.
    "adviser_report": {
        Role.EXTERNAL_ADVISER: (can(Act.CREATE, Act.READ, Act.CLOSE, only=OWN),),
        Role.COORDINATOR: (can(Act.NOTIFY, Act.STATISTICS),),
        Role.WELFARE_HEAD: (can(Act.READ, only=HANDED_IN),),
        Role.DIGEST_READER: (can(Act.STATISTICS),),
        Role.SCHEDULER: (can(Act.NOTIFY, Act.DISPOSE),),
    },
}
