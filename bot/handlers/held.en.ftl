### How what is held about somebody is told, alike in every flow. held.ja.ftl is the original.

held-and = ,{" "}
held-dated = { DAY($day) } { $year }
held-ends = until { $day }
held-yes = yes
held-no = no
held-gone = somebody who is no longer on the roster
