### Training, what was learned, thanks.

roster-training-button = Training and qualifications
roster-training-title = Training
roster-training-about = Training for supporters and coordinators (regulation, articles 7(4) and 14).
roster-training-none = No session is planned at the moment.
roster-training-announced = { DAY($day) }: { $title }, { $place }
roster-training-held = { DATE($day) }: { $title } (over)
roster-training-came = { DATE($day) }: { $title } (you came)
roster-training-past = This day is over. Please choose another one.
roster-training-not-yet = It has not been held yet. Please note who came afterwards.
roster-training-what = Name of the session
roster-training-on = Day
roster-training-place = Place
roster-hold-button = Announce a session
roster-hold-title = Announce a session
roster-hold-about = Everybody who is supporter or coordinator on that day hears of it, and once more when it is near.
roster-hold-submit = Announce
roster-hold-done-title = Announced
roster-hold-done = Everybody gets a message that there is news, nothing more. On the office day after it you are asked who came.
roster-came-button = Note who came
roster-came-title = Who came
roster-came-who = Who came
roster-came-invited = Invited
roster-came-nobody = Nobody on the roster was invited for that day.
roster-came-submit = Save
roster-came-done-title = Saved
roster-came-done = Saved. Their own page says “you came” too.
roster-call-off-button = Call off
roster-call-off-sure = This calls the session off and tells everybody who was invited.
roster-call-off-done-title = Called off
roster-call-off-done = Everybody who was invited will hear of it.
roster-training-called_off = { DATE($day) }: { $title } (called off)
roster-learned-heading = What you have learned elsewhere
roster-learned = { DATE($day) } { $year }: { $title }
roster-learned-until = { DATE($day) } { $year }: { $title } (valid until { DATE($last) } { $last_year })
roster-learn-button = Add training or a qualification
roster-learn-title = Add a qualification
roster-learn-about = Training elsewhere and qualifications can stand here. Only you see them. You are reminded before one runs out.
roster-learn-what = Name
roster-learn-on = Day of the training or qualification
roster-learn-until = Valid until
roster-learn-until-hint = Leave it empty where there is no end.
roster-learn-submit = Add
roster-learn-done-title = Added
roster-learn-done = Added. You find it under “Training and qualifications” on Home.
roster-thanks-button = Say thank you
roster-thanks-title = Say thank you
roster-thanks-about = Years of service and training of supporters and coordinators. How often anybody listened stands neither here nor anywhere else. It is meant for commendations (regulation, article 4(3)).
roster-thanks-line = { $name } ({ $unit }): year { $years }, training { $sessions ->
    [one] once
   *[other] { $sessions } times
}
roster-thank-button = Thank everybody
roster-thank-done = Everybody is thanked in the same words.
roster-thanked-title = Thank you
roster-thanked = Thank you for looking out for the people around you this year as well. It is your year { $years }. The welfare section is truly grateful.
