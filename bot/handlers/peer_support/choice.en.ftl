### The words of choosing whom to talk to. choice.ja.ftl is the original.

## The form

peer_support-form-later = { $topic } (details when we meet)
peer_support-form-outside = If you are not sure, just send it. Harassment is also taken up by { $harassment }, the stress check by { $stress }. How to do the work itself is a matter for your superior or whoever is in charge.
peer_support-named = Your name
peer_support-named-shown = Give my name
peer_support-named-hidden = Do not show my name to the other side
peer_support-named-hint = Without your name you write to each other in this app. In a small workplace, or when you meet, people may know who you are. You can give your name later.
peer_support-avoid-button = If there is somebody to avoid
peer_support-avoid = Whom would you rather avoid?
peer_support-avoid-hint = Nobody sees what you choose here. This never reaches the people you choose.
peer_support-avoid-person = { $unit ->
    [none] { $name }
   *[other] { $name } ({ $unit })
}
peer_support-avoided = You have also chosen this person as somebody to avoid. Please change one of the two.
peer_support-near-free = If you cannot decide
peer_support-free = Whoever is free now (one is asked at a time)
peer_support-nobody-free = There is nobody else free at the moment. Please choose a name, or telephone ({ $phone }).
peer_support-near-away = Away at the moment
peer_support-person = { $where ->
    [none] { $name } ({ $office })
   *[other] { $name } ({ $where }, { $office })
}
peer_support-person-away = { $person } (away until { DATE($day) })
peer_support-families = Families, and colleagues who do not use Slack, are welcome by telephone{ $mail ->
    [none] {""}
   *[other] {" "}or mail ({ $mail })
} ({ $desk } { $phone }). You can also speak to a peer supporter directly.

## After asking

peer_support-sent-free = If it is difficult for them, the next person is asked, one at a time. You are always told who it is.
peer_support-case-free = If it is difficult for them, the next person is asked, one at a time. You always see here who it is.
peer_support-substitute-button = Ask { $name }
peer_support-correct-button = Correct what I wrote
peer_support-correct-title = Correct what I wrote
peer_support-correct-about = Nobody has taken it on yet, so you can still correct it. What you wrote before is not kept.
peer_support-correct-submit = Correct it
peer_support-correct-late = Somebody has taken it on, so it cannot be corrected here any more. Please go on from “What you asked for” on Home.
peer_support-accepted-nameless = Thank you. They will be told only that you have taken it on.
peer_support-now-2-nameless = If you take it on, please write to them under “Talk” on this request. They have not given their name.
