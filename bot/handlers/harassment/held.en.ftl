### What is held about somebody in matters of their own. held.ja.ftl is the original.

harassment-held-nothing = ■ Relations at work
harassment-held-consultation = ■ Relations at work: what you asked for
harassment-held-contact = ■ A contact, to ask you later how things are
harassment-held-affected = ■ Somebody was worried about you, and you were asked
harassment-held-state = Now
harassment-held-sheet = Intake sheet, “{ $label }”
harassment-held-correction = What you asked to be put right
harassment-held-hearing_agreed = You agreed that people are heard
harassment-held-name_agreed = You agreed that the sheet has your name
harassment-held-nurse_agreed = You agreed that the nurse reads the sheet
harassment-held-promised_on = Day by which day, place and counsellors are settled
harassment-held-committee_requested_on = You asked for the committee on
harassment-held-committee_due_on = The committee's last day
harassment-held-forgotten_on = Erased on
harassment-held-until = Until
harassment-held-asked = What is kept
harassment-held-asked-about = only that you were asked, and your answer
harassment-held-answer = Your answer
