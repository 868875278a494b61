# The nurse.

harassment-invite-nurse-button = Ask about the nurse
harassment-nurse-question = The responders suggest that the nurse is there as well. It is for you to say.
harassment-nurse-already = The person has been asked about the nurse already, or it is settled.
harassment-nurse-none = There is no nurse just now who can be there.
harassment-answer-nurse-button = The nurse
harassment-answer-nurse-title = The nurse
harassment-answer-nurse-submit = Settle
harassment-nurse-about = The nurse is { $name }. If she is there she reads day, place and your wishes. She reads the intake sheet only if you agree. You can take it back at any time.
harassment-nurse-ask = What would you like?
harassment-nurse-sheet = She is there and may read the sheet
harassment-nurse-present = She is there but does not read the sheet
harassment-nurse-no = Without her
