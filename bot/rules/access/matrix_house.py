"""Who may do what that belongs to no single flow: directory, roster, danger, own data, running the house."""

from bot.rules.access.grants import Act, Condition, Matrix, can
from bot.rules.people import UNAPPOINTED, Role

OWN = (Condition.OWN,)
ASSIGNED = (Condition.ASSIGNED,)
PAGED = (Condition.ON_CALL, Condition.EPHEMERAL, Condition.STEPPED_UP)

OFFICES = tuple(role for role in Role if role not in UNAPPOINTED)
HATS = (Role.EMPLOYEE, *OFFICES)

HOUSE: Matrix = {
    # Who can be asked and how to reach them, for everybody (Yam 4(3)(1), 6(7)).
    "directory": {
        **{hat: (can(Act.READ),) for hat in HATS},
        Role.WELFARE_HEAD: (can(Act.CREATE, Act.READ),),
        Role.ADMINISTRATOR: (can(Act.CREATE, Act.READ),),
        Role.SCHEDULER: (can(Act.NOTIFY),),  # the monthly notice to everybody (G3)
    },
    # Sessions for supporters (Yam 7(4)) and for the staff (Aki 6(2)), what each has learned (Yam 14), and the thanks
    # (Yam 4(3)(2), P10).
    "training": {
        Role.EMPLOYEE: (can(Act.READ),),
        Role.AFFAIRS_HEAD: (can(Act.CREATE, Act.READ, Act.CHANGE, only=OWN),),
        Role.DESK_OFFICER: (can(Act.CREATE, Act.READ, Act.CHANGE, only=OWN),),
        Role.UNIT_SUPPORTER: (can(Act.READ),),
        Role.HQ_SUPPORTER: (can(Act.READ),),
        Role.COORDINATOR: (can(Act.CREATE, Act.READ, Act.CHANGE),),
        Role.SCHEDULER: (can(Act.NOTIFY),),
    },
    "learning": {
        Role.UNIT_SUPPORTER: (can(Act.CREATE, Act.READ, only=OWN),),
        Role.HQ_SUPPORTER: (can(Act.CREATE, Act.READ, only=OWN),),
        Role.COORDINATOR: (can(Act.CREATE, Act.READ, only=OWN),),
        Role.SCHEDULER: (can(Act.NOTIFY),),
    },
    "thanks": {
        Role.WELFARE_HEAD: (can(Act.CREATE, Act.READ),),
        Role.SCHEDULER: (can(Act.NOTIFY),),
    },
    # That it is time to change the keys (R3); the keys themselves are nobody's in Slack.
    "key_change": {
        Role.ADMINISTRATOR: (can(Act.READ),),
        Role.SCHEDULER: (can(Act.NOTIFY),),
    },
    # Persons, units, superiors, personnel authority.
    "roster": {
        Role.ADMINISTRATOR: (can(Act.CREATE, Act.READ, Act.CHANGE),),
        Role.OPERATOR: (can(Act.CREATE, Act.READ, Act.CHANGE),),
    },
    # Yam 6(3)(6)(7): the head of the unit names and releases. The welfare head enters what the chief has signed
    # (Yam 5(2), 7(2)(3), 8(1)). What the others may change is the second person's check that the account is right;
    # the naming is valid without it (P2).
    "appointment": {
        Role.UNIT_HEAD: (can(Act.CREATE, Act.READ, Act.CHANGE, only=OWN),),
        Role.WELFARE_HEAD: (can(Act.CREATE, Act.READ, Act.CHANGE, only=(Condition.STEPPED_UP,)),),
        Role.AFFAIRS_HEAD: (can(Act.READ, Act.CHANGE, only=(Condition.STEPPED_UP,)),),
        Role.IMPLEMENTER: (can(Act.READ, Act.CHANGE, only=(Condition.STEPPED_UP,)),),
        Role.ADMINISTRATOR: (can(Act.CREATE, Act.READ),),
        Role.OPERATOR: (can(Act.CREATE, Act.READ, Act.CHANGE),),
        Role.SCHEDULER: (can(Act.CHANGE, Act.NOTIFY),),
    },
    # Secrecy, also after leaving: given before the first access (Yam 13, Aki 11, Aku 20).
    "oath": {office: (can(Act.CREATE, Act.READ, only=OWN),) for office in OFFICES},
    # The second factor before an identity is opened: given out at the host, shown by whoever has it.
    "step_up_code": {
        **{office: (can(Act.CHANGE, only=OWN),) for office in OFFICES},
        Role.OPERATOR: (can(Act.CREATE, Act.READ, Act.CHANGE),),
    },
    "duties": {hat: (can(Act.READ, only=OWN),) for hat in HATS},
    # Units and offices without anybody.
    "gaps": {
        Role.WELFARE_HEAD: (can(Act.READ),),
        Role.AFFAIRS_HEAD: (can(Act.READ),),
        Role.DIGEST_READER: (can(Act.READ),),
        Role.ADMINISTRATOR: (can(Act.READ),),
        Role.OPERATOR: (can(Act.READ),),
        Role.SCHEDULER: (can(Act.NOTIFY),),
    },
    # Yam 10(4)(2): raising it needs no code, opening the identity does.
    "danger": {
        Role.EMPLOYEE: (can(Act.CREATE, Act.READ, only=OWN),),
        Role.UNIT_SUPPORTER: (can(Act.CREATE, Act.READ, only=ASSIGNED),),
        Role.HQ_SUPPORTER: (can(Act.CREATE, Act.READ, only=ASSIGNED),),
        Role.EXTERNAL_ADVISER: (can(Act.CREATE, Act.READ, only=ASSIGNED),),
        Role.COUNSELLOR: (can(Act.CREATE, Act.READ, only=ASSIGNED),),
        Role.PHYSICIAN: (can(Act.CREATE, Act.READ, only=ASSIGNED),),
        Role.IMPLEMENTER: (can(Act.CREATE, only=ASSIGNED), can(Act.READ, Act.CHANGE, only=PAGED)),
        Role.COORDINATOR: (can(Act.READ, Act.CHANGE, only=PAGED),),
        Role.WELFARE_HEAD: (can(Act.READ, Act.CHANGE, only=PAGED),),
        Role.AFFAIRS_HEAD: (can(Act.READ, Act.CHANGE, only=PAGED),),
        Role.SCHEDULER: (can(Act.NOTIFY, Act.DISPOSE),),
    },
    # That it happened, for who is paged; and the review within 24 hours by someone else, whoever of them that is.
    "danger_fact": {
        Role.COORDINATOR: (can(Act.READ, Act.APPEND),),
        Role.WELFARE_HEAD: (can(Act.READ, Act.APPEND),),
        Role.AFFAIRS_HEAD: (can(Act.READ, only=(Condition.ON_CALL,)),),
        Role.IMPLEMENTER: (can(Act.READ, only=(Condition.ON_CALL,)),),
        Role.AUDITOR: (can(Act.READ, Act.APPEND),),
        Role.SCHEDULER: (can(Act.NOTIFY),),
    },
    "own_data": {
        Role.EMPLOYEE: (can(Act.READ, Act.CHANGE, Act.CLOSE, Act.DISPOSE, only=OWN),),
    },
    # To see, correct or stop the use of one's own records (Aku 18): whoever the policy names answers it.
    "own_request": {
        Role.EMPLOYEE: (can(Act.CREATE, Act.READ, Act.CLOSE, only=OWN),),
        **dict.fromkeys(
            (Role.ADMINISTRATOR, Role.JOINT_CLERK, Role.WELFARE_HEAD, Role.AFFAIRS_STAFF),
            # created for who has no account, by whoever answers what is asked
            (can(Act.CREATE), can(Act.READ, Act.CHANGE, only=ASSIGNED)),
        ),
        Role.SCHEDULER: (can(Act.NOTIFY, Act.DISPOSE),),
    },
    "digest": {
        Role.DIGEST_READER: (can(Act.READ),),
        Role.WELFARE_HEAD: (can(Act.READ),),
        Role.AFFAIRS_HEAD: (can(Act.READ),),
        Role.SCHEDULER: (can(Act.CREATE, Act.NOTIFY),),
    },
    # How it stands with each article of the regulations; what is reserved to its holders is shown to these alone.
    "duty_board": {
        Role.DIGEST_READER: (can(Act.READ),),
        Role.WELFARE_HEAD: (can(Act.READ),),
        Role.AFFAIRS_HEAD: (can(Act.READ),),
        Role.PLANNER: (can(Act.READ),),
        Role.ADMINISTRATOR: (can(Act.READ),),
        Role.AUDITOR: (can(Act.READ),),
        Role.OPERATOR: (can(Act.READ),),
    },
    "audit_log": {
        Role.AUDITOR: (can(Act.READ),),
    },
    # Whether the chain of the log holds, without its rows.
    "audit_check": {
        Role.AUDITOR: (can(Act.READ),),
        Role.ADMINISTRATOR: (can(Act.READ),),
        Role.OPERATOR: (can(Act.READ),),
    },
    # New wrapping; nobody reads a key's bytes.
    "keys": {
        Role.ADMINISTRATOR: (can(Act.CHANGE),),
        Role.OPERATOR: (can(Act.CREATE, Act.CHANGE),),
    },
    # Held by the joint clerk or the implementer, never by personnel.
    "stress_keys": {
        Role.IMPLEMENTER: (can(Act.CREATE, Act.CHANGE),),
        Role.JOINT_CLERK: (can(Act.CREATE, Act.CHANGE),),
    },
    # Kinds, ages, attempts: never a recipient or a payload.
    "health": {
        Role.ADMINISTRATOR: (can(Act.READ),),
        Role.OPERATOR: (can(Act.READ),),
    },
    "configuration": {
        Role.ADMINISTRATOR: (can(Act.CREATE, Act.READ),),
        Role.OPERATOR: (can(Act.CREATE, Act.READ),),
    },
}
