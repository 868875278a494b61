"""Who may do what in the stress check and the interview after it (Aku 3–17)."""

from bot.rules.access.grants import Act, Condition, Matrix, can
from bot.rules.people import Role

OWN = (Condition.OWN,)
STEPPED_UP = (Condition.STEPPED_UP,)
INTERVIEWER = (Condition.ASSIGNED, Condition.STEPPED_UP)
APPLICANT = (Condition.APPLIED, Condition.CONSENTED)  # Aku 11(2): the application counts as consent, 11(4)

STRESS: Matrix = {
    "plan": {
        Role.EMPLOYEE: (can(Act.READ),),
        Role.IMPLEMENTER: (can(Act.READ),),
        Role.CLERK: (can(Act.CREATE, Act.READ),),
        Role.JOINT_CLERK: (can(Act.READ),),
        Role.PLANNER: (can(Act.CREATE, Act.READ, Act.CHANGE),),  # Aku 3
        Role.AFFAIRS_STAFF: (can(Act.READ),),
        Role.DIGEST_READER: (can(Act.READ),),
        Role.SCHEDULER: (can(Act.NOTIFY, Act.CHANGE),),
    },
    # 対象者名簿, Aku 2 and 7(4).
    "examinee_list": {
        Role.EMPLOYEE: (can(Act.READ, only=OWN),),
        Role.IMPLEMENTER: (can(Act.READ),),
        Role.CLERK: (can(Act.CREATE, Act.READ),),
        Role.JOINT_CLERK: (can(Act.READ),),
        Role.PLANNER: (can(Act.STATISTICS),),
        Role.AFFAIRS_STAFF: (can(Act.STATISTICS),),
        Role.SCHEDULER: (can(Act.CHANGE),),  # who is on leave, who has come (Aku 2)
    },
    # Taken or not is the clerk's, who also ticks the sealed envelope; the planner has totals (Aku 7(4)).
    "taken": {
        Role.EMPLOYEE: (can(Act.READ, only=OWN),),
        Role.CLERK: (can(Act.READ, Act.CHANGE, Act.NOTIFY),),
        Role.PLANNER: (can(Act.STATISTICS),),
        Role.SCHEDULER: (can(Act.NOTIFY),),
    },
    # Only the joint clerk opens and enters what came on paper.
    "answers": {
        Role.EMPLOYEE: (can(Act.CREATE, Act.READ, only=OWN),),
        Role.IMPLEMENTER: (can(Act.READ, only=STEPPED_UP),),
        Role.JOINT_CLERK: (can(Act.CREATE, Act.READ),),
        Role.SCHEDULER: (can(Act.DISPOSE),),
    },
    # Aku 9, 11(4): general affairs sees the result of those who applied, and of nobody else.
    "result": {
        Role.EMPLOYEE: (can(Act.READ, only=OWN),),
        Role.IMPLEMENTER: (can(Act.READ, Act.NOTIFY, only=STEPPED_UP),),  # orders the results to be opened (Aku 9)
        Role.JOINT_CLERK: (can(Act.READ, Act.NOTIFY),),  # what was delivered on paper (S5)
        Role.AFFAIRS_STAFF: (can(Act.READ, only=APPLICANT),),
        Role.SCHEDULER: (can(Act.NOTIFY, Act.CHANGE, Act.DISPOSE),),
    },
    # Whether an interview is advised, with the day of the result's notice (Aku 10); never the clerk's.
    "interview_eligible": {
        Role.EMPLOYEE: (can(Act.READ, only=OWN),),
        Role.IMPLEMENTER: (can(Act.CREATE, Act.READ, only=STEPPED_UP),),
        Role.JOINT_CLERK: (can(Act.CREATE, Act.READ),),  # imports it from another vendor's check
        Role.PHYSICIAN: (can(Act.READ, only=INTERVIEWER),),
        Role.SCHEDULER: (can(Act.NOTIFY),),
    },
    # Aku 11(1); taken back until it was opened.
    "application": {
        Role.EMPLOYEE: (
            can(Act.CREATE, Act.READ, only=OWN),
            can(Act.CLOSE, only=(Condition.OWN, Condition.UNOPENED)),
        ),
        Role.IMPLEMENTER: (can(Act.READ, only=STEPPED_UP),),
        Role.CLERK: (can(Act.READ),),  # to arrange the interview, Aku 12(2)
        Role.JOINT_CLERK: (can(Act.CREATE, Act.READ),),  # enters a signed form, Aku 11(1)
        Role.AFFAIRS_STAFF: (can(Act.READ, only=(Condition.APPLIED,)),),
        Role.PHYSICIAN: (can(Act.READ, only=INTERVIEWER),),
        Role.SCHEDULER: (can(Act.NOTIFY),),
    },
    # Aku 11(3): counselling or a clinic; goes past the clerk and general affairs.
    "counselling_wish": {
        Role.EMPLOYEE: (can(Act.CREATE, Act.READ, Act.CLOSE, only=OWN),),
        Role.IMPLEMENTER: (can(Act.READ, Act.CHANGE, only=STEPPED_UP),),  # late wishes (S6)
        Role.JOINT_CLERK: (can(Act.READ, Act.CHANGE),),
        Role.SCHEDULER: (can(Act.NOTIFY),),
    },
    # Aku 12(2): no third party may learn who applied; general affairs sees dates.
    "schedule": {
        Role.EMPLOYEE: (can(Act.READ, Act.CHANGE, Act.CLOSE, only=OWN),),  # confirms, asks for another day, calls off
        Role.IMPLEMENTER: (can(Act.CREATE, Act.READ, Act.CHANGE),),
        Role.CLERK: (can(Act.CREATE, Act.READ, Act.CHANGE),),
        Role.JOINT_CLERK: (can(Act.CREATE, Act.READ, Act.CHANGE),),
        Role.AFFAIRS_STAFF: (can(Act.READ, only=(Condition.DATE_ONLY,)),),
        Role.PHYSICIAN: (can(Act.READ, Act.CHANGE, only=INTERVIEWER),),  # notes that it was held
        Role.SCHEDULER: (can(Act.NOTIFY, Act.CHANGE),),
    },
    # The interview's report and the physician's opinion, Aku 13; the person and the joint clerk may read it.
    "opinion": {
        Role.EMPLOYEE: (can(Act.READ, only=OWN),),
        Role.IMPLEMENTER: (can(Act.READ, only=STEPPED_UP),),
        Role.JOINT_CLERK: (can(Act.READ),),
        Role.AFFAIRS_STAFF: (can(Act.READ, only=(Condition.APPLIED,)),),
        Role.PHYSICIAN: (can(Act.CREATE, Act.READ, only=INTERVIEWER),),
        Role.SCHEDULER: (can(Act.NOTIFY, Act.DISPOSE),),
    },
    # Aku 16(1): the joint clerk provides it on the implementer's order.
    "group_analysis": {
        Role.EMPLOYEE: (can(Act.READ, only=(Condition.PUBLISHED,)),),
        Role.IMPLEMENTER: (can(Act.READ, Act.CHANGE),),
        Role.JOINT_CLERK: (can(Act.CREATE, Act.READ, only=(Condition.ORDERED,)),),
        Role.AFFAIRS_STAFF: (can(Act.READ, Act.APPEND, only=(Condition.SUBMITTED,)),),  # what is done, Aku 16(2)
        Role.DIGEST_READER: (can(Act.READ, only=(Condition.SUBMITTED,)),),
        Role.SCHEDULER: (can(Act.NOTIFY, Act.DISPOSE),),
    },
    # What general affairs decides after the opinion, Aku 13; the person reads it.
    "work_measures": {
        Role.EMPLOYEE: (can(Act.READ, only=OWN),),
        Role.IMPLEMENTER: (can(Act.READ, only=STEPPED_UP),),
        Role.AFFAIRS_STAFF: (can(Act.CREATE, Act.READ, Act.CHANGE, only=(Condition.APPLIED,)),),
        Role.PHYSICIAN: (can(Act.READ, only=INTERVIEWER),),
        Role.SCHEDULER: (can(Act.NOTIFY),),
    },
}
