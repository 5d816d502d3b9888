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
demo-note = This is a demo.
demo-switch = As somebody else

look = Brightness
look-device = As the device
look-light = Light
look-dark = Dark

rooms = Rooms
room-today = Today
room-help = Help
room-group = Our group
room-group-tab = Group
room-find = Find
room-office = Office

menu-today = Today
menu-mine = Ours
menu-asked = Asked of me
menu-difficulties = Look around
menu-post = Post a difficulty
menu-firms = Firms
menu-meetings = Meetings
menu-members = Members
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
contact = Secretariat
menu-status = Server
menu-data-access = Data taken out
menu-history = History
menu-settings = Federation settings

office-note = What it takes to run the groups.
office-roster = Bring a roster in from Excel, merge what is there twice, take the roster out.
office-foundings = Groups that are being founded, and requests for new ones.
office-formation = Try firms in groups by industry, distance and use.
office-federation = How each group is faring.
office-status = Whether database, disk, mail and backups are well.
