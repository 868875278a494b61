### The sentences of the second factor (authenticator app). words.ja.ftl is the original.

step_up-title = Is it you?
step_up-about = Before a name or the like is opened, we make sure that it is you who is looking. Please enter the six digits that your authenticator app shows. Once entered, they are good for { $minutes } minutes.
step_up-code = Code from the authenticator app
step_up-code-hint = It changes every 30 seconds. The same code counts only once.
step_up-submit = Confirm
step_up-wrong = This code is wrong or has been used already. Please wait for the next one and enter it again.
step_up-wait = There were several wrong codes, so please wait until { TIME($until) }. If it is urgent, please call us ({ $phone }).
step_up-lost = If you have a new phone or the code never fits, please ask the administrator of this system to enrol you again. If it is urgent, please telephone.
step_up-unknown = A code from an authenticator app is needed to open this, and you have not been enrolled yet. Please ask the administrator of this system to do so. If it is urgent, please call us ({ $phone }).
step_up-done = Thank you, it is you. Please close this screen and try again.
step_up-held = ■ Your authenticator
step_up-held-enrolled = Registered on
step_up-held-secret = The secret behind the codes
step_up-held-where = in your own authenticator app, and encrypted here; it is not shown here
