### The words of one's own matters and of what is held about oneself. own.ja.ftl is the original.

## Who has opened it and when, and what comes next

peer_support-history-button = Who opened it, what comes next
peer_support-history-title = Opened, and what is next
peer_support-history-opened = Who has opened it
peer_support-history-nobody = Nobody has opened it yet.
peer_support-history-supporter = somebody you asked before
peer_support-history-by = { DAY($at) } { TIME($at) }: { $name }
peer_support-history-next = What comes next
peer_support-clock-requested = By { DAY($day) } you will hear whether they can take it on. If there is no answer we will tell you on the next working morning, and you choose what to do.
peer_support-clock-unanswered = There was no answer by { DAY($day) } as promised. It waits until you choose to wait longer or to ask somebody else.
peer_support-clock-stepped_aside = It waits until you choose somebody else.
peer_support-clock-accepted = It goes on until one of you ends it. If nothing happens for { $days } days, both of you are asked whether it goes on.
peer_support-clock-closing = Unless you keep a contact, all of it is erased on { DAY($day) }.

## What is held about oneself

peer_support-held-nothing = ■ Peer support
peer_support-held-request = ■ What you asked for
peer_support-held-contact = ■ A contact you kept
peer_support-held-draft = ■ Draft to your superior
peer_support-held-advice = ■ What you asked the coordinator
peer_support-held-practice = ■ Practice
peer_support-held-adviser_report = ■ Report of a support
peer_support-held-month = ■ Records of { month-name }
peer_support-held-asked_on = Asked on
peer_support-held-handlers = Asked
peer_support-held-supporter = With
peer_support-held-stepped_aside = Asked before
peer_support-held-referred_from = Handed on by
peer_support-held-avoided = Rather not
peer_support-held-named = The other side sees your name
peer_support-held-topic = About
peer_support-held-means = Preferred way
peer_support-held-message = What you would like to say first
peer_support-held-text = What you wrote
peer_support-held-promised_on = Answer promised by
peer_support-held-forgotten_on = Erased on
peer_support-held-until = Until
peer_support-held-receipt = Receipt number
peer_support-held-consent = Consent
peer_support-held-given = given on { DAY($at) }
peer_support-held-taken-back = taken back on { DAY($at) }
peer_support-held-said = Talk
peer_support-held-said-own = { DAY($at) } { TIME($at) } you: “{ $text }”
peer_support-held-said-other = { DAY($at) } { TIME($at) } the other side: “{ $text }”
peer_support-held-agreed = agreed
peer_support-held-opened = Opened
peer_support-held-kept_until = Erased after
peer_support-held-entry = Entry
peer_support-held-asked = A question that waits for your answer
peer_support-held-introduced = Contacts you were given
peer_support-held-purpose = What kind of question
peer_support-held-purpose-guidance = advice on a matter
peer_support-held-purpose-load = about your own load
peer_support-held-advice-other = the coordinator: “{ $text }”
peer_support-held-advice-own = you: “{ $text }”
peer_support-held-answer_by = Answer expected by
peer_support-held-ends_on = Erased after
peer_support-held-vanishes_on = Erased on
peer_support-held-due_on = Report expected by
peer_support-held-sent_on = Reported on
