### The words of the guideline. guideline.ja.ftl is the original.

harassment-guideline-button = Workplace guideline
harassment-guideline-title = Workplace guideline
harassment-guideline-none = No guideline has been published yet.
harassment-guideline-published = Published on { DATE($day) } { $year } (regulation, article 3)
harassment-guideline-read-button = I have read it
harassment-guideline-read-about = Only the number is counted. There is no list of who has read it and who has not.
harassment-guideline-have-read = You have confirmed that you read it.
harassment-guideline-changed = There is a newer guideline. Please open it again from Home and read it.

## Heads of units

harassment-guideline-unknown = Please make the guideline known in your unit
harassment-guideline-make-known = Please make it known to the people of your unit (regulation, article 3(3)): in a meeting, by circulating it, or however suits you.
harassment-guideline-known-button = It was made known
harassment-guideline-made-known = You have confirmed that it was made known in your unit.

## Who publishes it

harassment-guideline-due = Please publish this fiscal year’s guideline
harassment-guideline-year = This fiscal year’s guideline has not been published yet. It is published anew each fiscal year, even if nothing in it changes.
harassment-guideline-rate = Have read it: { $read } of { $total }
harassment-guideline-rate-hidden = How many have read it is not shown while they are too few or nearly all, so that nobody can be made out.
harassment-guideline-heads = Unit heads who made it known: { $known } of { $heads }
harassment-guideline-write-button = Publish the guideline
harassment-guideline-form-about = When it is published everybody is told that there is news, and the unit heads are asked to make it known. Those who read the version before confirm again.
harassment-guideline-name = Title
harassment-guideline-text = Text
harassment-guideline-more = Text, continued
harassment-guideline-empty = Please write the text.
harassment-guideline-submit = Publish
harassment-guideline-done = Published. Everybody will be told that there is news.
