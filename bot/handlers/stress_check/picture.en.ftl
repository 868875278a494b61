### The sentences of the pictures: one's own profile, the group analysis.

stress-picture-title = As a picture
stress-picture-same = The picture shows what the screen before this one says in words, and nothing else. You can do without it.
stress-picture-kept = It comes as a file, into your messages with this app. Slack stores files, and they may be part of what the workplace exports from Slack. People near your screen may see it, too.
stress-picture-gone = { $minutes } minutes after it has come, the file is deleted from Slack. What was exported or saved until then cannot be deleted from here, nor what Slack keeps on record where your workspace is set to keep deleted things.
stress-picture-send-button = Send it to me
stress-picture-sent = The picture is on its way. It will soon be in your messages with this app, and is deleted { $minutes } minutes after it has come. It is sent to nobody else at work.
stress-picture-caption = Further out is better, further in means more strain. The rings are five levels, from the inside to the outside.
stress-picture-area-work = Load of work
stress-picture-area-reactions = Reactions of mind and body
stress-picture-area-support = Support around you, satisfaction
stress-picture-groups = Figures by workplace ({ $year })
stress-picture-groups-caption = The load is lighter towards the upper left of the left chart, and towards the upper right of the right one. ◇ is the national mean. The broken lines join places of equal risk as a guide, where 100 is the risk of the national mean (drawn midway between men's and women's coefficients; for each risk itself see the numbers beside its letter). Units with few people are put together or not shown.
stress-picture-groups-row = { $name }   Risks: amount and control { $a }, support at work { $b }, total { $total }
stress-picture-mean = national mean
