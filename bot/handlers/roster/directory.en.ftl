### The list of everybody who will listen.

roster-directory-button = Who will listen
roster-directory-title = Who will listen
roster-directory-about = You can talk directly to anybody here: from “Talk to somebody” on Home, by telephone, or in person. Nobody is put at a disadvantage for asking.
roster-directory-families = Families can ring them too. The welfare section has a printed list ({ $phone }).
roster-directory-nobody = Nobody is on the list at the moment. Please ring us ({ $phone }).
roster-directory-hq-supporter = ■ Headquarters supporters
roster-directory-coordinator = ■ Coordinators
roster-directory-external-adviser = ■ External advisers
roster-directory-unit-supporter = ■ Supporters in { $unit }
roster-directory-line-field = { $name } ({ $field }), telephone { $phone }
roster-directory-line-room = { $name } ({ $room }), telephone { $phone }
roster-directory-line-plain = { $name }, telephone { $phone }
roster-next = Next page
