# The outbox.
outbox = Outbox
inbox = Mail to me
note-all = Mails that Dure has sent, newest first.
note-mine = Mails that Dure has sent to you. If one is missing from your mailbox, read it here.
no-server = No mail server is set up, so no mail leaves this place. People can read theirs here after signing in, but without the links that answer or sign in. For people who come for the first time, make an invitation link on their page.
views = Views of the outbox
all = All
mine = To me
failed = Not delivered
empty = No mail
empty-do = When somebody asks for help or answers, it gathers here.
to = to { $address }
state-sent = Sent
state-failed = Not delivered
state-waiting = On its way
state-kept = Only here
way = Where you are
recipient = Address
written = Written
on-at = { $day }, { $time }
failed-title = The mail could not be delivered
failed-why = The mail server refused it for the reason below. Check and correct the address, or send it again in a while. Dure retries a few times by itself.
again = Send again
done-again = It is being sent again.
link-removed = Link removed
link-removed-why = This button acts or signs in for its reader, so its link goes by mail alone. It is not shown in Dure, and is deleted here once the mail has been sent.
instead = Do it in Dure
links-gone = Its links expired or were removed before the mail could leave. Do the same again, and a mail with new links is written.

# Letters.
letter-greeting = Dear { $name },

sealed = A letter about a difficulty
sealed-why = Only its reader and the federation's staff read what is in a letter about a difficulty: it could name a firm that posted without its name.
state-gathered = gathered once a day
digest-subject = Dure: { $count } news
digest-head = What has happened since yesterday.
digest-more = and { $count } more
digest-open = See the news
digest-footer = You chose to have them gathered once a day. You can change that in your account.
