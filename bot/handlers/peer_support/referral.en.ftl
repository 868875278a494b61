### The words of handing on and of introducing. referral.ja.ftl is the original.

peer_support-refer-button = Hand on to somebody else
peer_support-refer-title = Handing on
peer_support-refer-about = Only if the person agrees it goes on to one other (article 10(2)(3)). If that one cannot take it, or the consent ends, it comes back to you.
peer_support-refer-to = To whom?
peer_support-refer-fields = What goes with it? (only what is needed)
peer_support-refer-nobody = There is nobody you can hand it on to from here at the moment. You can give the person a contact.
peer_support-handed-on-title = Handed on
peer_support-handed-on = Something you had taken on has been handed on to somebody else, with the person's consent. There is nothing for you to do. You will be told if it comes back.
peer_support-introduce-button = Give them a contact
peer_support-introduce-title = Give them a contact
peer_support-introduce-about = The contact appears on the person's own screen. The other side hears nothing. It is for the person to call or not.
peer_support-introduce-whom = Which contact?
peer_support-introduce-desk = Desks
peer_support-introduce-submit = Give it to them
peer_support-introduce-done = It is on the person's screen now.
peer_support-introduced = A contact that you were given. It is for you to call or not; the other side knows nothing.
peer_support-introduced-one = { $number ->
    [none] · { $name } ({ $role })
   *[other] · { $name } ({ $role }), telephone { $number }
}
