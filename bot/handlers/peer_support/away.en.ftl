### The words of absences and reminders. away.ja.ftl is the original.

peer_support-away-button = I am away
peer_support-away-change-button = Change the day
peer_support-away-title = I am away
peer_support-away-about = You need not say why. Until that day the list says that you are away. Whoever waits for your answer is told so and chooses what to do. Nothing goes to anybody else by itself.
peer_support-away-until = Until when (this day included)
peer_support-away-submit = I am away
peer_support-away-past = This day is over. Please choose today or a later day.
peer_support-away-done-title = You are away
peer_support-away-done = You are away until { DATE($day) }. On the next day this ends by itself. If you are back earlier, end it from Home.
peer_support-away-now = Until { DATE($day) } the list says that you are away.
peer_support-back-button = I am back
peer_support-back-done-title = Welcome back
peer_support-back-done = You are no longer away. Requests can reach you again.
peer_support-case-away = { $name } is away until { DAY($day) }.
peer_support-snooze-button = Remind me a day later
peer_support-snoozed = The next reminder comes on the morning of { DAY($until) }. What they were promised (by { DAY($day) }) stays as it is.
peer_support-snooze-late = Later reminders cannot be put off. Your answer is still awaited.
