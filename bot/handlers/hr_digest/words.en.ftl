### The words of the monthly digest. The Japanese file is the original.

hr_digest-title = Monthly digest
hr_digest-button = Monthly digest
hr_digest-held = ■ Monthly digest
hr_digest-none = There is no monthly digest yet.
hr_digest-heading = Monthly digest ({ $year }-{ $month })
hr_digest-leads = ■ What you can act on now
hr_digest-no-leads = · There is nothing that needs you now.
hr_digest-dates = ■ What comes next
hr_digest-no-dates = · No dates have been set.
hr_digest-row = · { $words }
hr_digest-on = · { DAY($day) }  { $words }
hr_digest-counts = ■ Counts
hr_digest-flow-peer_support = Peer support
hr_digest-flow-harassment = Consultations about how people treat each other
hr_digest-flow-stress_check = Wishes to talk to somebody about health
hr_digest-hidden = · { $flow }: too few to show (zero looks the same)
hr_digest-total-entries = · { $flow }: { $n ->
        [one] one record
       *[other] { $n } records
    } of support
hr_digest-total-people = · { $flow }: { $n ->
        [one] one person
       *[other] { $n } people
    }
hr_digest-cell = { "  " }  { $label }: { $n }
hr_digest-cell-hidden = { "  " }  { $label }: –
hr_digest-no-cells = { "  " }  No breakdown is shown.
hr_digest-only-total = { "  " }  No breakdown is shown, because somebody who reads this deals with these matters.
hr_digest-promise-kept = { "  " }  A meeting was set by the promised day: { $n }
hr_digest-promise-missed = { "  " }  The promised day was missed: { $n }
hr_digest-withheld = Numbers below { $k }, zero included, are not shown. Others may be hidden too, so that nothing can be found by subtracting. Figures that were sent never change. Nothing here tells who asked. Reports that came after their day are not counted.
hr_digest-group-sexual = Sexual words or acts
hr_digest-group-power = Abuse of position or power
hr_digest-group-family = Pregnancy, birth, childcare, care
hr_digest-group-customer = From residents, customers or suppliers
hr_digest-group-other = Something else, or not sure
hr_digest-group-several = More than one of these
hr_digest-request-interview = To talk to the physician
hr_digest-request-counselling = Counselling
hr_digest-request-clinic = Referral to a clinic
hr_digest-request-late = After the last day
