### The words for who takes the stress check, who receives paper and who enters it. The Japanese file is the original.

## The first screen

stress-taking-title = Stress check
stress-start-about = Questions about mind and body, once a year. You can answer whenever it suits you, until { $day }. It takes about ten minutes. You may stop and go on another day.
stress-start-time = The time this takes is working time: you are released from your duties for it (article 14).
stress-start-detriment = Nobody is treated worse for not taking it (article 19, item 1). If answering is hard for you, for instance because you are under treatment, you need not answer.
stress-start-begin = Begin
stress-start-go-on = Go on
stress-start-end = Look over and send
stress-start-paper = I would rather do it on paper
stress-start-quiet = Please don't remind me
stress-start-saved = Your answers so far are kept, sealed. You can go on at any time from Home.
stress-start-paper-noted = You would like to answer on paper: { $clerks } will bring you the form and an envelope. If you change your mind, you can answer here as well.
stress-start-quiet-noted = You will not be asked again. Nobody else can see that you stopped the reminders. If you would like to answer after all, you can do so here.
stress-start-who = Who does this, and who can see it
stress-start-nobody = nobody at present
stress-start-seen = Besides you, only the implementer ({ $implementers }) and the joint implementation clerk ({ $joint_clerks }) can see your answers and your result. The implementation clerk ({ $clerks }) sees only whether an answer has come in. The { $planner } sees only numbers. Neither your superior nor general affairs can see your answers or your result. General affairs is given a result only if you yourself apply for an interview with a physician, and you will be told about that in full before you do.
stress-start-server = The machine this runs on is looked after by the { $office } ({ $names }). The records are stored encrypted, but whoever can reach both the machine and the keys could technically read them. Opening a record on a screen leaves a trace; reading it directly inside the machine is something this program cannot notice. Your answers travel through Slack.
stress-start-decision = The regulation prescribes a paper form and an envelope. You can answer here because of a decision under article 21 ({ $decision }). Paper counts just the same.
stress-start-form = The regulation prescribes a paper form and an envelope. Paper counts just the same.
stress-start-next = What happens next

## The pages

stress-taking-page-title = Stress check { $page }/{ $pages }
stress-taking-page-about = “Next”, “Back” and “Stop here” keep what you have chosen on this page. You may leave a question for later.
stress-page-translation = This is a reference translation. The official form is in Japanese.
stress-page-next = Next
stress-page-back = Back
stress-page-pause = Stop here
stress-page-added = Some more questions
stress-page-added-about = These were added by this workplace and count in no score. Please choose what fits best.
stress-page-first-open = To the first open question
stress-page-look-again = Look again from the beginning
stress-page-open-line = { $area }: { $numbers }
stress-page-open-added = Some more questions
stress-page-open-sex = Sex
stress-sex = Sex
stress-sex-reason = This is asked only to look up your points in a table: the national conversion table has different columns for men and women. If you would rather not say, no verdict is computed from the table, and the implementer looks at your result individually.
stress-sex-reason-sum = This is asked only to look up your points in a table: the national conversion table has different columns for men and women. If you would rather not say, you are told your points without the levels of the table.
stress-sex-label = Which column of the table should be used?
stress-sex-male = Men
stress-sex-female = Women
stress-sex-unsaid = I would rather not say
stress-sex-none = You chose not to say your sex. No verdict is computed from the table; the implementer looks at your result individually.
stress-taking-end-title = Before you send it
stress-taking-open = Questions still open: { $count }. Once all are answered you can send it.
stress-taking-whole = All questions are answered. Once it is sent, the answers cannot be changed.
stress-taking-send = Send

## After it has come in

stress-taken = Your answers have come in. Thank you very much.
stress-handed-in = Your envelope came in on { $day }. Thank you very much. Only the joint implementation clerk opens it.
stress-taken-next = The round runs until { $day }. Then the implementer looks at the results, and everybody who took it is told at the same time. Only you can open what is sent to you.
stress-taken-talk = If you would like to talk to someone, the button below is there at any time.
stress-taking-away = At present you are not asked to take the check. There is nothing to do.
stress-taking-over = Answers are no longer taken.
stress-taking-open-items = Some questions are still open.

## The implementation clerk: in or not

stress-taken-list-title = Answers received
stress-taken-list-about = For each person you see only whether an answer has come in, never the answers or the result. Please use this list only to inform people about the check; do not copy it and do not show it to anybody.
stress-taken-list-none = There is nobody to list at present.
stress-taken-list-count = { $from } to { $to } of { $count }
stress-taken-unit-label = Go to a unit
stress-taken-unit = Units
stress-taken-unit-go = Open
stress-taken-line = { $name }: { $state }
stress-taken-paper = { " " }(would like paper)
stress-taken-state-invited = not yet
stress-taken-state-away = not asked at present
stress-taken-state-handed_in = envelope received
stress-taken-state-taken = answered
stress-taken-state-untaken = not answered
stress-taken-envelope = Envelope received
stress-taken-undo = Undo
stress-taken-before = Earlier names
stress-taken-after = Later names
stress-taken-moved = This person's check has moved on. Please open the list again.

## The joint implementation clerk: entering paper

stress-enter-list-title = Envelopes
stress-enter-list-about = These envelopes were received by the implementation clerk. Only the joint implementation clerk opens them. When a sheet is entered, seal it again and keep it in its place.
stress-enter-list-none = No envelope waits to be entered.
stress-enter-list-id = Number for the file: { $id }
stress-enter-list-more = { $count } more.
stress-enter-line = { $unit }, { $name }
stress-enter-begin = Enter it
stress-enter-go-on = Go on entering
stress-enter-page-title = From paper { $page }/{ $pages }
stress-enter-page-about = Please enter what is written, and leave open what is not. “Next” and “Back” keep this page.
stress-enter-end-title = Check the entry
stress-enter-open = Questions not entered: { $count }. Please never guess what is not on the paper. While the round is open, seal it and have the implementation clerk give it back to be completed.
stress-enter-whole = All questions are entered. It cannot be changed after this. Please compare it with the paper first.
stress-enter-send = Finish
stress-enter-aside = End it as not taken
stress-enter-aside-about = The round is over and it can no longer be completed: it can be ended as not taken. Please seal the paper and give it back.
stress-enter-aside-sure = This sheet will count as not taken, and that cannot be undone. Are you sure?
stress-enter-aside-yes = End it
stress-enter-moved = This envelope has moved on. Please open the list again.
