# Difficulties: list, form, page, helpers.
title = Difficulties
subtitle = Post what you have been struggling with alone, and we find who can help.
post = Post a difficulty
way = You are here
anonymous = Name hidden
hidden-firm = A member firm (name hidden)

drafts = Drafts
untitled = Draft without a title
touched = Saved { $ago }
go-on = Continue

scope = Whose difficulties
scope-all = All I may see
scope-mine = My firm
scope-group = My group
scope-federation = My federation
scope-asked = Where I was asked
filter = Narrow the list
filter-words = Words to find
filter-status = Status
filter-need = Help needed
filter-do = Show
any = All
found = { $count } found
pages = Pages
page-before = Previous page
page-after = Next page
waits-your-answer = Waiting for your answer
waits-offers = Offers of help: { $count }
waits-answers = Waiting for answers: { $count }
show-all = Show all
none-found = No difficulty fits
none-found-do = Choose fewer conditions or try other words.
none-yet = No difficulties have been posted yet
none-yet-do = Post even a small one. The factory next door may have solved it already.
none-asked = Nobody has asked you yet
none-asked-do = When somebody asks you for help, you also get a mail.

story = The story
story-problem = Problem
story-present-state = Present state
story-tried = What was tried
story-solved-when = What counts as solved
story-outcome = Closing words

done-posted = Your difficulty is posted. Choose below whom to ask for help.
done-changed = Your changes are saved.
done-noted = Your note has been added.
done-draft = Your draft is saved. Nobody else sees it before you post it.
done-deleted = The draft has been deleted.
