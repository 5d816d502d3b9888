# The frame of every page.
dure = Dure
dure-note = Dure · where firms of many industries help each other
skip = Skip to the content
yes = Yes, go ahead
no = No
go-home = To the first page
sign-in = Sign in
sign-out = Sign out
search = Search Dure
search-hint = Firms, difficulties, cases
my-menu = My menu
my-page = About me
my-firm = Our firm
my-mail = Mail to me
my-account = Account
language = Language

demo = About this demo
demo-note = This is a demo. All firms and people are invented.
demo-switch = Look around as somebody else

look = Brightness
look-device = As the device
look-light = Light
look-dark = Dark

menu = Main menu
menu-whole = All
menu-today = Today
menu-difficulties = Difficulties
menu-post = Post
menu-firms = Firms
menu-meetings = Meetings
menu-groups = Groups
menu-foundings = Founding groups
menu-resources = Resources
menu-experts = Experts
menu-programmes = Programmes
menu-knowledge = Solved cases
menu-network = Network
menu-ledger = Give and take
menu-roster = Roster
menu-formation = Formation studio
menu-federation = Federation
