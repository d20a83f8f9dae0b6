# The frame around every page, and the pages that say that something cannot be had.

web-house = Broadside
web-skip-link = Skip to the page
web-languages = Languages
web-masthead-with = Shown with { $partner }.
web-masthead-run-by = Run by { $group }
web-test-clock = This is a trial with a clock of its own. It says { $moment }.
web-imprint = No cookies, no trackers. Set and printed by Broadside, free software.
web-printed-from = To be read at { $url }
web-error-mark = Error:
# 10 September 2018 at 14:05 PDT
web-moment = { $day } at { $time } { $zone }

web-not-found-headline = Nothing hangs here
web-not-found-words = There is no page at this address. It may have been mistyped, or cut in two by a mail program.
web-method-headline = Not this way
web-method-words = This address cannot be used like that. Go back to the page and press the button there.
web-unreadable-headline = We could not read that
web-unreadable-words = What was sent is not a form we know. Go back to the page and press the button there.
web-too-large-headline = Too long
web-too-large-words = What was sent is larger than a form can hold. Go back, shorten it and send it again.
web-too-slow-headline = It took too long
web-too-slow-words = What you sent did not arrive whole. Nothing was stored. Go back and press the button again; a better connection helps.
web-failed-headline = Our mistake
web-failed-words = Something broke on our side. If you had just pressed a button, go back and press it again: nothing is counted twice.
web-failed-request = If you write to us about it, mention this number: { $request }
web-busy-headline = Not just now
web-busy-words = Very many people are here, or something on our side is broken. Nothing was stored. Try again in a moment.
web-error-home = To the front page

web-misdirected-headline = Another name
web-misdirected-words = The desk answers to its own name only. Open it at { $desk }. If that is where you are, the proxy in front does not pass the name on.
web-elsewhere-headline = Not from our page
web-elsewhere-words = This form did not come from a page of this desk, so nothing was done. Open the desk and press the button there.
web-sign-in-headline = Sign in first
web-sign-in-words = You are not signed in, or no longer are: the session ended or timed out. Nothing was changed. Sign in, then send it again.
web-not-yours-headline = Not for your role
web-not-yours-words = Your role in this group does not reach this page. An owner of the group can change that.
web-no-more-headline = You left this group
web-no-more-words = You are no longer a member of this group, so its pages are closed to you. If that is a mistake, ask one of its owners for an invitation.
web-error-sign-in = To the sign-in
web-error-desk = To the desk
web-partnership-over-headline = This partnership has ended
web-partnership-over-words = The partnership that this page belonged to has ended, so nothing of it opens any more. What it means for what you took away stands in the terms that were accepted. Nothing you sent just now was saved.
web-suspended-headline = Closed to you for now
web-suspended-words = An owner of this group has suspended your membership. Your role is kept; until an owner lets you in again, nothing of the group opens. Nothing you sent just now was saved.
