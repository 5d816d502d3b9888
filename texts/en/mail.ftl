# The outbox.
outbox = Outbox
inbox = Mail to me
note-all = Mails that Dure has sent, newest first.
note-mine = Mails that Dure has sent to you. If one is missing from your mailbox, read it here.
no-server = No mail server is set up, so no mail leaves this place. People can read theirs here after signing in.
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
links-hidden = Buttons in a mail are for its reader alone, so only their words are shown here.

# Letters.
letter-greeting = Dear { $name },
