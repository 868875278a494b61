### The words of the draft to one's superior. draft.ja.ftl is the original.

peer_support-draft-button = Help me tell my superior
peer_support-mine-draft = Your draft
peer_support-draft-title = Your draft
peer_support-draft-about = A draft for when you would like to talk to your superior. Only you can read it. It cannot be sent from here; whether, when and how you tell them is yours to decide.
peer_support-draft-text = Draft
peer_support-draft-hint = You need not give details or the name of an illness.
peer_support-draft-template =
    Hello, there is something I would like to talk to you about.
    I am having difficulties with (          ), and it may affect my work.
    I would rather tell you more when we can talk alone.
    Would you have about 15 minutes this week or next?
peer_support-draft-submit = Keep it
peer_support-draft-copy = Copy the text below and pass it on the way you like: by mail, by chat or in your own words.
peer_support-draft-kept = Only you can see it. It erases itself on { DATE($day) }.
peer_support-edit_draft-button = Write on
peer_support-draft_sent-button = I have told them: erase
peer_support-draft_thrown-button = Erase it unused
peer_support-draft-gone-title = Erased
peer_support-draft-gone = The draft has been erased. Nothing is left of it.
peer_support-draft-exists = You have a draft already; open it from Home under “Your draft”.
peer_support-draft-empty = Write what you would like to keep, or press “Cancel”.
