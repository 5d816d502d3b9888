# The command line.
heading-usage = Usage
heading-options = Options
heading-commands = Commands
value-command = COMMAND
help-help = Shows this help
help-version = Shows the version
note-default = default { $value }
note-variable = variable { $name }

dure-about = Dure · where cross-industry exchange groups help one another
dure-database-url = The database: a file name, or postgres://user@server/name
dure-json = Prints results as JSON for programs
dure-lang = Language of help and messages: ko, en, ja

serve-about = Starts the server; makes the database if there is none
serve-listen = Address and port to listen on
serve-base-url = The address that people use; links in mails begin with it
serve-demo = Runs as a demo: visitors step into personas without signing in, and no mail leaves the server
serve-smtp-url = Mail server, such as smtps://user:password@mail.example:465; without it, mails stay in the outbox
serve-mail-from = Sender of mails, such as Dure <dure@example.com>
serving =
    Dure is running: { $address }
    Database: { $place }
    Press Ctrl-C to stop.

cannot-listen = Cannot listen on { $address }.
port-in-use-why = Another program uses this port. Perhaps Dure is running already.
port-in-use-do = Stop that program, or choose another port with --listen 127.0.0.1:8081.
port-not-allowed-why = You may not open this port. Ports below 1024 are for administrators.
port-not-allowed-do = Choose a port from 1024 upwards, such as --listen 127.0.0.1:8080.
address-not-here-why = This machine does not have that address.
address-not-here-do = Choose one of its own addresses, or all of them with --listen 0.0.0.0:8080.

missing-what = There is no database at { $place }.
missing-why = It is somewhere else, or has not been made yet.
missing-do = Check the place with --database-url. To make a new one, run dure serve or dure demo.
unreadable-what = { $place } cannot be read as a database.
unreadable-why = It is another kind of file, or it is damaged. It was left untouched.
unreadable-do = Check the place with --database-url. If it is damaged, bring back a backup with dure restore.
newer-what = { $place } belongs to a newer version of this program.
newer-why = It contains the change { $name }, which this program does not know. It was left untouched.
newer-do = Run it with the newer dure.
disk-full-what = The disk is full.
disk-full-why = Nothing could be saved. Everything saved earlier is safe.
disk-full-do = Make room and run the command again.
database-what = The database { $place } cannot be used.
database-do = Check that it is running and that you may use it, then try again.
file-what = A file or the network could not be read or written.
file-do = Check the place, your permissions and the free space, then try again.
file-unread = { $file } cannot be read.
file-missing = There is no such file.
file-is-folder = It is a folder, not a file.
file-denied = There is no permission to read it.
file-unread-do = Check the name and the folder, then run it again.

misread-unknown = { $name } is not a known option.
misread-command = { $name } is not a known command.
misread-no-command = The command is missing.
misread-missing = { $name } is required, but missing.
misread-conflict = { $name } and { $other } cannot be used together.
misread-no-value = { $name } needs a value.
misread-value = { $value } does not fit { $name }.
misread-value-of = { $value } is no value of { $name }. It takes: { $known }
misread-other = The command line was not understood: { $why }
misread-near = Did you mean { $near }?
misread-do = See how it is used with --help.

demo-about = Fill a new database with the Gangwon demo. All firms and people are invented
demo-seed = The same number gives the same data
demo-groups = How many groups
demo-firms = How many member firms
demo-today = The day on which the data is looked at; meetings and deadlines lie around it. Today if not given
demo-done =
    { $place } now holds the demo: { $groups } groups, { $firms } member firms, { $people } people,
    { $difficulties } difficulties, { $cases } solved cases and { $meetings } meetings.
    Start it with dure serve --demo and step into somebody's shoes.
demo-not-empty-what = { $place } already holds data.
demo-not-empty-why = The demo goes into an empty database only. What was there has not been touched.
demo-not-empty-do = Name a new file, such as --database-url other.db.
demo-fit-what = { $firms } member firms cannot be divided among { $groups } groups.
demo-fit-why = A group takes one firm of each industry, hardly more than twenty in all, and no group is left empty.
demo-fit-do = Ask for at most 20 firms a group, such as --groups 400 --firms 4000. More than 20 groups need 136 firms or more.

backup-about = Writes everything into one file; the server may be running
backup-file = Name of the backup, such as dure-1125.backup
backup-bar = Backing up
backup-done = Backed up into { $file } ({ $rows } rows, { $kilobytes } KB)
backup-exists-what = { $file } is there already.
backup-exists-why = A backup is never overwritten.
backup-exists-do = Choose another name.
cannot-write-what = { $file } cannot be written.
cannot-write-do = Check the place, your permissions and the free space, or choose another place.
reason-not-found = There is no such file or folder.
reason-not-allowed = You have no permission to use that place.
reason-full = The disk is full.
reason-folder = It is a folder, not a file.

restore-about = Brings a backup back into a database; also moves between SQLite and PostgreSQL
restore-file = The backup
restore-replace = Replaces a database that has something in it
restore-mend = Leaves out the character NUL, which PostgreSQL cannot hold
restore-bar = Restoring
restore-done = Restored into { $place } ({ $rows } rows)
restore-kept = The database that was there is kept as { $kept }.
restore-what = { $file } cannot be restored. The database is as it was.
backup-foreign = It is not a backup of Dure.
backup-newer = A newer version of this program wrote it ({ $what }).
backup-cut-off = It is cut off: the backup or the copy was interrupted.
backup-damaged = It is damaged: its checksum does not agree.
backup-unstorable = { $rows } rows have a character that PostgreSQL cannot hold (NUL): { $named }
backup-unstorable-do = Add --mend to move them without it; the character is invisible, what one reads stays the same. Or open them on their pages, save them again, and make a new backup.
backup-choose = Choose another backup.

check-about = Verifies every rule of a database and says what is wrong
check-bar = Checking
check-sound = { $place } is sound. { $checked } things were checked.
check-unsound = { $place }: of { $checked } things checked, { $faults } are wrong.
check-rows = Where: { $where }, rows: { $rows }
check-examples = Such as: { $examples }

no-folder-what = There is no folder for { $place }.
no-folder-why = The folder has another name, or has not been made yet.
no-folder-do = Make the folder first, or choose another place with --database-url.
not-allowed-what = The database { $place } may not be opened.
not-allowed-why = You have no permission to read and write the file or its folder.
not-allowed-do = Check the permissions of the file and its folder, or run as a user who has them.
unreachable-what = { $place }: the database server does not answer.
unreachable-why = It is not running, its address or port is another, or a firewall is in the way.
unreachable-do = Check that PostgreSQL is running and that the address in --database-url is right.
refused-what = { $place }: the database server refused the connection.
refused-do = Check the user and the password in --database-url.
in-use-what = Another program is using { $place }.
in-use-why = Replacing the database under a running server would lose what is being written.
in-use-do = Stop dure serve and run the command again.
not-empty-what = There is something in { $place } already.
not-empty-why = It was left alone, so that nothing is overwritten by mistake.
not-empty-do = Choose an empty database, or add --replace if it may be replaced.

admin-about = Makes administrators, and sign-in links for those who cannot get in
admin-create-about = Makes the first administrator and prints a sign-in link
admin-create-name = Name
admin-create-email = Mail address
admin-create-federation = Name of the federation; a new one is made if there is none of this name
admin-reset-about = Makes a new sign-in link for somebody; their password and open sessions are removed
admin-reset-email = Mail address of that person
admin-link-about = Makes a sign-in link to hand over. Password and open sessions stay as they are
admin-list-about = Lists all administrators
admin-base-url = The address that people use; the link begins with it
admin-created = { $name } is now an administrator of { $federation }.
admin-raised = { $name } was in the roster of { $federation } already, and is now an administrator.
admin-was-there = { $name } already is an administrator of { $federation }.
admin-reset-done = The password and the open sessions of { $name } were removed.
admin-link =
    A sign-in link, good once and for { $days } days. Hand it to that person alone.
    { $link }
admin-none = There are no administrators. Make one with dure admin create.
admin-which-what = It is not clear which federation is meant.
admin-which-why = Federations in the database: { $count }.
admin-which-do = Name the federation with --federation.
admin-unknown-what = Nobody uses the address { $email }.
admin-unknown-why = They are not on the roster, or have left.
admin-unknown-do = Check the address. Administrators are listed by dure admin list.
admin-bad-email-what = { $email } is not a mail address.
admin-bad-email-why = It must be able to receive sign-in links.
admin-bad-email-do = Write it like name@example.com.
admin-elsewhere-what = The address { $email } is used in another federation.
admin-elsewhere-why = An address can belong to one federation alone.
admin-elsewhere-do = Use another address, or check the federation's name.
admin-other-name-what = The address { $email } belongs to { $name }.
admin-other-name-why = { $name } would become the administrator, not { $wanted }. Nothing was changed.
admin-other-name-do = If you mean { $name }, say --name "{ $name }"; otherwise use another address.

search-about = Finds words anywhere in Dure; two syllables are enough
search-words = Words to find; what has all of them comes first
search-kind = Only this kind: firm, resource, expert, programme, case, group, person, difficulty. May be given several times
search-limit = How many to show at most
search-nothing = Nothing answers to “{ $words }”. Try fewer or other words.
dure-files-url = Where attached files lie: a folder or s3://bucket/path; by default a folder beside the database file, with PostgreSQL nowhere until you say
no-files-what = The place of attached files cannot be opened.
no-files-do = Look at the rights of the folder, or the settings of the bucket, in --files-url and start again. --files-url none does without files.
check-sweep = Takes away files that are not entered
check-swept = { $count } left-over files were taken away.
backup-files = Whether attached files go into the backup: yes or no; by default those of a folder do and those of a bucket do not
backup-files-in = { $count } parts of attached files are in it.
backup-files-missing = { $count } parts of files were not in their place. dure check names them.
backup-files-out = { $count } parts of attached files stay at { $place } and are not in this backup.
backup-files-unread = Attached files could not be read, so the backup was given up.
restore-files = Whether attached files are restored: yes or no; by default they are
restore-files-done = { $count } parts of attached files were restored to { $place }.
restore-files-missing = { $count } parts of files were gone already when the backup was made.
restore-files-nowhere-what = This backup has { $count } parts of attached files, and no place for them was named. The database is as it was.
restore-files-nowhere-do = Name a folder or bucket with --files-url and restore again, or leave the files out with --files no.
restore-files-failed = The attached files could not be restored. The database is as it was.
