# After the proposal: the mayor's decision, the follow-up, the end (Article 12). Day and kind only.

harassment-measures-late = About 30 days have passed since the proposal, and there is no decision of the mayor (the head of the organisation) yet. The secretariat has been reminded. You can also ask by telephone ({ $number }).
harassment-measures-enter = Once the mayor (the head of the organisation) has decided, please enter the day and the kind. If no measure is needed, or all are carried out, please end the handling.
harassment-measures-open = Some measures are not carried out yet.
harassment-measures-so-far = Entered so far
harassment-measure-open = • { DATE($day) } { $kind }
harassment-measure-done = • { DATE($day) } { $kind } (done)

harassment-decide-button = Enter the decision
harassment-decide-title = The mayor’s decision
harassment-decide-submit = Enter and tell
harassment-decide-about = Only the day and the kind are entered, never what a disciplinary action was. Discipline appears in no figure and not on the person’s screen.
harassment-decide-on = Day of the decision
harassment-decide-kinds-label = Kinds of measures
harassment-decide-kinds-heading = Article 12
harassment-decide-again = When to look again
harassment-decide-day = Please choose a day from the proposal up to today.
harassment-decide-kinds = Please choose a kind. If no measure is needed, close this screen and end the handling.
harassment-decide-look-again = Please choose a day after today.

harassment-follow-up-button = Look at the measures again
harassment-follow-up-title = The measures
harassment-follow-up-submit = Enter
harassment-follow-up-done = Carried out
harassment-follow-up-heading = Measures

harassment-close-measures-button = End the handling
harassment-close-measures-sure = The handling ends and the person is told. It cannot be undone.
harassment-close-open = Some measures are not carried out yet. Please enter them first under “Look at the measures again”.
harassment-measures-closed-title = It has ended
harassment-measures-closed = The person has been told. This matter is no longer in your hands.
