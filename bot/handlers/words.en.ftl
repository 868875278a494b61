### Sentences that all flows share. words.ja.ftl is the original.
### DAY() gives "Thursday 10 September", DATE() "10 September", TIME() "10:05"; times are office time.

pattern-day = EEEE d MMMM
pattern-date = d MMMM
month-name = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}

## A DM holds one of these two sentences and the button, the same in every flow.

notice-news = There is news for you
notice-duty = There is a request for you (by { DATE($due_on) })
notice-open = Open
announcement-open = See the list
announcement-directory = Who will listen, and how to reach them. Everybody gets this once a month.
announcement-supporters = News about the peer supporters of your unit

## When a text or a file arrives in the DM

typed-here =
    What you wrote here stays in Slack. This desk has not read it and has not kept it.
    To delete it, press and hold the message, or choose "︙" at its top right and then "Delete message". Depending on your workplace's settings a copy may remain even then.
    Please use the button below. What you write behind it does not become a Slack message.
typed-file =
    Files cannot be received here. This desk has not opened it, but the file stays in Slack.
    To delete it, press and hold the file, or choose "︙" at its top right and then "Delete file".
    Please use the button below.
typed-open = Open the entrance

## For those who cannot use it

refused-guest = This desk is for the staff of { $organisation }. As a guest, please call us ({ $phone }). What you say is treated with the same care.
refused-stranger = This desk is for the staff of { $organisation }. If you work elsewhere, please call us ({ $phone }).
refused-deactivated = This account cannot be used at the moment. Please call us ({ $phone }).

## When something does not work: what happened, what became of your words, what to do next

not-shown = This cannot be shown at the moment. Please open Home again and go on from there. If you are stuck, please call us ({ $phone }).
token-wrong = { not-shown }
token-expired = This button has expired (it is more than 31 days old). Please open Home and go on from there.
conflict = This matter has already moved on. Please open Home to see where it stands now.
conflict-kept = This matter has already moved on. What you wrote is still on the form underneath: go back and copy what you need.
busy-form = It is busy right now. Nothing has been sent yet. What you wrote is still here. Please wait a moment and send it again.
busy-button = It is busy right now. Nothing has changed yet. Please wait a moment and press again.
busy-home = It is busy right now and this cannot be shown. Please wait a moment and open Home again.
still-saving = Saving is taking a while. Please do not send it again; look at Home in a moment.
bug-form = Because of a fault on our side this was not sent. What you wrote is still here. If sending again does not help, please call us ({ $phone }).
bug-button = Because of a fault on our side this was not done. Nothing has changed. If pressing again does not help, please call us ({ $phone }).
bug-home = Because of a fault on our side this cannot be shown at the moment. If it is urgent, please call us ({ $phone }).
loading = Loading…

consent-already-opened = The result has already been opened, so this consent can no longer be taken back. If that worries you, please talk to the desk in charge.

## Beside a field

field-choose = Please choose one.
field-too-long = Please keep to { $limit } characters. There are { $length } now.
field-unreadable = There is a character here that cannot be displayed. Please remove it or write it another way.
field-not-available = This person cannot be asked at the moment. Please choose somebody else.

## Buttons of every screen

back-button = Back
close-button = Close
cancel-button = Cancel

## Urgent help: never a first question, always within reach

help-button = Urgent, or by phone
help-title = Urgent or by phone
help-danger = If life or health is in danger, call 119 (ambulance, fire) or 110 (police) without hesitating. This screen does not alert anybody by itself.
help-lines-heading = Places to call
help-lines-checked = Numbers and hours were checked on { DATE($checked_on) } { $year } or later.
help-contacts-heading = Contacts at your workplace

## Home

home-heading = Staff desk of { $organisation }
home-about = Please choose below. What you write here does not become a Slack message; this desk keeps it encrypted.
home-duties-heading = Requests to you
home-mine-heading = Your matters
home-more = { $count } more will come up here as those above are done.
home-title = Entrance

## The oath (once, before an office opens anything)

oath-title = A promise of secrecy
oath-text =
    What I learn in this role I tell nobody, not after the role has ended and not after leaving.
    I keep no notes or photographs of it.
    When you have promised, you can go on. It is asked once.
oath-button = I promise
oath-done-title = Thank you
oath-done = Your promise is noted. Please close this screen and try again.
refused-unknown = We are looking up your account. Please wait a minute and press again. If it is urgent, please telephone ({ $phone }).
