### The words of consent: asked, answered, taken back. consent.ja.ftl is the original.

## What the person who asked sees

peer_support-question-there = There is one thing we would like to ask you. You can answer until { DAY($day) }; you need not.
peer_support-question-button = Read and decide
peer_support-question-title = A question for you
peer_support-question-referral = { $name } asks whether what you asked for may be handed on to this person.
peer_support-question-referral-reader = Only this person would read it: { $reader }
peer_support-question-superior = { $name } asks whether they may speak to your superior about it.
peer_support-question-record = { $name } asks whether the monthly record may hold the following. Normally it does not say who asked or what for.
peer_support-question-record-reader = Only the receiver of the records would read it: { $reader }. What has been written into a record stays there, even if you take your consent back later.
peer_support-question-superior-reader = Only { $reader } would hear of it. Nothing is sent from here: { $name } would speak in person.
peer_support-question-superior-warning = The roster has this person as your superior.
peer_support-question-fields = What may be passed on (you can untick)
peer_support-question-until = It holds until { DATE($day) }. You can take it back at any time; from that instant nothing can be seen.
peer_support-question-free = If you do not agree, nothing changes in your talks, and nobody may put you at a disadvantage (article 12). Without an answer by { DAY($day) } the question is dropped.
peer_support-question-submit = I agree
peer_support-not-now-button = Not now
peer_support-consent-over = This question is over. Nothing has been passed on.
peer_support-consent-gone = It cannot be handed on to this person at the moment. Nothing has been passed on.
peer_support-consent-pending = The person is being asked something else. Please wait for the answer before you ask again.

peer_support-field-name = Your name and unit
peer_support-field-topic = What it is about (one of three groups)
peer_support-field-message = What you wrote first
peer_support-field-talk = What was said until now
peer_support-field-subtopic = What it is about more closely (family, health …)
peer_support-field-text = A few words of explanation
peer_support-fields-and = , { "" }
peer_support-with-role = { $name ->
    [none] { $role }
   *[other] { $role ->
        [none] { $name }
       *[other] { $name } ({ $role })
    }
}
peer_support-role-field = { $role }, { $field }
peer_support-reader-superior = your superior

peer_support-purpose-referral = Handing on
peer_support-purpose-superior = Speaking to the superior
peer_support-purpose-record = Writing into the record

## The list of consents

peer_support-consents-button = What I agreed to
peer_support-consents-title = What you agreed to
peer_support-consents-about = This is what you have agreed to in this matter. From the instant in which you take it back nothing can be seen. Only what already stands in a record stays there.
peer_support-consents-none = You have not agreed to anything yet. Nothing has been passed on.
peer_support-consent-line = { $what }: { $reader }
peer_support-consent-fields = What can be seen: { $fields }
peer_support-consent-live = It holds until { DATE($day) }.
peer_support-consent-ended = It has ended. Nothing can be seen any more.
peer_support-consent-opened = First opened on { DATE($at) }
peer_support-consent-unopened = Not opened yet.
peer_support-take-back-consent = Take this consent back
peer_support-take_back-button = Take the handing on back

## What the peer supporter sees

peer_support-record_consent-button = Ask what may be in the record
peer_support-record_consent-title = Words in the record
peer_support-record_consent-about = A record normally holds neither the closer topic nor any words (article 11(3)). Please ask only where the report needs it.
peer_support-record_consent-fields = What you would like to write
peer_support-ask-about = They can untick or say no, without a reason. Without an answer nothing happens.
peer_support-ask-submit = Ask the person
peer_support-ask-done-title = Thank you
peer_support-ask-done = The person has been asked. Nothing is passed on until they answer. Please do not hurry them.
peer_support-asked-consent = The person is being asked ({ $what }). Without an answer by { DAY($day) } the question is dropped. Please do not hurry them.
peer_support-not-agreed = { $what }: not this time. Please go on as you are.
peer_support-agreed-superior = The person agrees that you speak to their superior (until { DATE($day) }). You speak yourself; please settle with them first what to say and how.
peer_support-agreed-record = The person agrees to words in the record ({ $fields }, until { DATE($day) }).
peer_support-handed-to-you = This was handed on with the person's consent. You can see only this: { $fields }, until { DATE($day) }.

## Where the superior should know

peer_support-superior_guide-button = When their superior should know
peer_support-guide-title = Telling the superior
peer_support-guide-1 = If you think that the superior should know, advise the person to say so themselves (article 10(4)). Say what worries you, without blame.
peer_support-guide-2 = It is theirs to tell. Under “More”, “Help me tell my superior” they can make a draft. You may think it over together.
peer_support-guide-3 = If they do not want to, leave it there. Please do not press for a reason or advise it again and again.
peer_support-guide-never = Without their consent you may not contact the superior. If life or health is in danger, go to “More”, “{ peer_support-danger-button }”.
peer_support-ask_superior-button = Ask whether you may speak yourself
