### The talk, proposals, the private note, telling one's name. talk.ja.ftl is the original.

## The talk

peer_support-talk-button = Talk
peer_support-case-button = To the request
peer_support-talk-title = Talk
peer_support-talk-readers = Only you and { $name } can read this.
peer_support-talk-with = With: { $name }
peer_support-talk-me = You
peer_support-talk-name = { $name }
peer_support-talk-before = Whom you asked before
peer_support-talk-nameless = Somebody whose name is not shown ({ $ref })
peer_support-talk-unnamed = Your name is not shown to { $name }. But in a small workplace, or when you meet, people may know who you are. Please mind what you write, too.
peer_support-talk-nothing = Nothing has been written yet. A single word is fine.
peer_support-talk-line = { $name } · { DATE($at) }, { TIME($at) }
peer_support-talk-opened = { $name } last opened this around { TIME($at) } on { DATE($at) }.
peer_support-talk-earlier-button = Earlier
peer_support-talk-later-button = Later
peer_support-talk-text = Write
peer_support-talk-text-hint = Please leave out other people's names if you can.
peer_support-talk-stored = What you write does not become a Slack message. It is kept encrypted and erased when this ends. What was sent cannot be changed, but you can add to it at any time.
peer_support-talk-submit = Send
peer_support-talk-sent = Sent. In a few minutes, or in the next working hours, the other side hears only that there is news.
peer_support-talk-kept = What you wrote is kept.
peer_support-talk-waits = At the moment there is nobody you have asked. What you write here waits, encrypted, until you have chosen somebody else. Only that person will read it.
peer_support-talk-stays = What was written so far stays with you alone. Whoever you ask next does not see it.
peer_support-talk-unread = Something new has been written. You can read it under “Talk”.
peer_support-talk-gone = This person cannot use Slack at the moment. What you write would not arrive, so nothing can be written here. If you need help, please telephone ({ $phone }).
peer_support-talk-over = This has ended, or has passed to somebody else. Nothing was sent. What you wrote is still in this field.
peer_support-talk-empty = Please write something, or choose a day or a place to meet.

## Day, place and means

peer_support-propose-button = Propose a day or place
peer_support-talk-propose = Fill in only what you would like to propose.
peer_support-talk-propose-day = Day
peer_support-talk-propose-place = Place
peer_support-talk-propose-means = How
peer_support-talk-past = That day has passed. Please choose today or a later day.
peer_support-talk-day = { DAY($day) }
peer_support-talk-and = {", "}
peer_support-talk-proposed = Proposed: { $what }
peer_support-talk-yes = Agreed: { $what }
peer_support-talk-agreed = You have both agreed: { $what }
peer_support-agree-button = Agree to this
peer_support-talk-another = There is a newer proposal, or this one has been agreed to. Please open the talk again.

## Telling one's name

peer_support-reveal-button = Tell my name
peer_support-reveal-sure = Whoever you have asked will see your name and unit. It cannot be hidden again.
peer_support-revealed-title = Your name has been told
peer_support-revealed = Whoever you have asked can now see your name and unit.

## The private note

peer_support-note-button = Private note
peer_support-note-title = Private note
peer_support-note-about = Only you can read this: not the person, and not whoever takes it on after you. It is erased when the matter ends.
peer_support-note-text = Add
peer_support-note-submit = Add
peer_support-note-saved = Added.
peer_support-note-empty = Please write something.
