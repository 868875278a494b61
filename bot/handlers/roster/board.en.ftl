### Sentences on the board of duties and in the calendar: offices, terms, the notice, training, thanks.

roster-board-name =
    { $office ->
        [welfare_head] Head of welfare
        [hq_supporter] Headquarters supporter
        [unit_supporter] Unit supporter
        [coordinator] Coordinator
        [external_adviser] External adviser
        [desk_officer] Desk officer
        [counsellor] Harassment counsellor
        [response_nurse] Response nurse
        [committee_member] Committee member
        [chair] Chair
        [secretariat] Secretariat of the committee
        [planner] Programme administrator
        [implementer] Implementer
        [clerk] Implementation clerk
        [joint_clerk] Joint implementation clerk
        [physician] Interviewing physician
       *[other] Office
    }
roster-board-office = { roster-board-name }: { $there } now, { $seats } needed
roster-board-units =
    { $n ->
        [0] Every unit has a peer supporter
        [one] One unit has no peer supporter
       *[other] { $n } units have no peer supporter
    }
roster-board-rooms =
    { $n ->
        [0] Every room that needs a peer supporter has one
        [one] One room has no peer supporter
       *[other] { $n } rooms have no peer supporter
    }
roster-board-heads =
    { $n ->
        [0] Every unit has a head who can name its supporter
        [one] One unit has no head on the roster
       *[other] { $n } units have no head on the roster
    }
roster-board-terms =
    { $n ->
        [0] { roster-board-name }: no term is about to end undecided
        [one] { roster-board-name }: one term ends soon, and nobody has said what comes after
       *[other] { roster-board-name }: { $n } terms end soon, and nobody has said what comes after
    }
roster-board-announcement = Monthly notice to everybody: sent { $n ->
        [one] once
       *[other] { $n } times
    } this fiscal year
roster-board-thanked = This fiscal year's thanks have been given
roster-board-thanks = This fiscal year's thanks have not been given yet
roster-board-training-support = Training for peer supporters: { $held } held this fiscal year, { $ahead } to come
roster-board-training-staff = Training against harassment: { $held } held this fiscal year, { $ahead } to come

roster-date-announcement = The monthly notice goes to everybody
roster-date-training-support = Training for peer supporters and coordinators
roster-date-training-staff = Training against harassment, for everybody
roster-date-training-unit = Training against harassment, for a unit
roster-date-terms = { roster-board-name }: { $n ->
        [one] one term ends
       *[other] { $n } terms end
    } on this day
roster-date-keys = The day on which the encryption keys are changed, once a year
roster-date-thanks = The day to thank peer supporters and coordinators
