-- Settings of a federation, and who took personal data out.

-- A federation without a row here has the usual settings.
create table federation_settings (
    federation_id {uuid} primary key references federations (id),
    group_word text not null default '',
    phone text not null default '',
    email text not null default '',
    address text not null default '',
    sender text not null default '',
    reply_to text not null default '',
    visibility text not null default 'federation',
    fiscal_month integer not null default 1,
    version integer not null default 1
);

-- One line for each time that people left the program as a file or as paper, with the reason that was given.
-- No person where it was taken out by the command line; no group where it was all that the taker may have.
create table data_access (
    id {uuid} primary key,
    federation_id {uuid} not null references federations (id),
    at bigint not null,
    person_id {uuid} references people (id),
    what text not null,
    group_id {uuid} references groups (id),
    persons integer not null,
    reason text not null,
    note text not null default ''
);
create index data_access_at on data_access (federation_id, at);
