-- Forming groups: firms that ask for one, drafts of the studio, and groups that are being founded.

-- Firms that ask for a group (결성 요청), brought by a person of one of them or taken down by the federation.
create table group_requests (
    id {uuid} primary key,
    federation_id {uuid} not null references federations (id),
    title text not null,
    note text not null default '',
    asked_by {uuid} references people (id),
    asked_at bigint not null,
    closed_at bigint,
    closed_by {uuid} references people (id),
    closing text not null default '',
    version integer not null default 1
);
create index group_requests_federation on group_requests (federation_id, asked_at);

create table group_request_firms (
    request_id {uuid} not null references group_requests (id) on delete cascade,
    firm_id {uuid} not null references firms (id),
    federation_id {uuid} not null references federations (id),
    primary key (request_id, firm_id)
);
create index group_request_firms_firm on group_request_firms (firm_id);

-- A draft of the studio: its pool, its rules (JSON), and how far its solving is. Progress is in thousandths.
create table drafts (
    id {uuid} primary key,
    federation_id {uuid} not null references federations (id),
    name text not null,
    pool text not null,
    request_id {uuid} references group_requests (id),
    rules text not null,
    state text not null,
    seed bigint not null default 1,
    progress integer not null default 0,
    worth bigint,
    bound bigint,
    moves bigint,
    failure text not null default '',
    made_by {uuid} references people (id),
    made_at bigint not null,
    solved_at bigint,
    version integer not null default 1
);
create index drafts_federation on drafts (federation_id, made_at);

-- The groups of a draft by number; one that exists already names its group.
create table draft_groups (
    draft_id {uuid} not null references drafts (id) on delete cascade,
    number integer not null,
    federation_id {uuid} not null references federations (id),
    name text not null default '',
    group_id {uuid} references groups (id),
    primary key (draft_id, number)
);
create index draft_groups_group on draft_groups (group_id);

-- The firms of a draft: in which of its groups, and whether a person has locked it there. No number: left out.
create table draft_firms (
    draft_id {uuid} not null references drafts (id) on delete cascade,
    firm_id {uuid} not null references firms (id),
    federation_id {uuid} not null references federations (id),
    number integer,
    locked boolean not null default false,
    primary key (draft_id, firm_id)
);
create index draft_firms_firm on draft_firms (firm_id);

-- Two firms that must be in one group (`together`) or never (`apart`).
create table draft_pairs (
    draft_id {uuid} not null references drafts (id) on delete cascade,
    firm_id {uuid} not null references firms (id),
    other_id {uuid} not null references firms (id),
    federation_id {uuid} not null references federations (id),
    wish text not null,
    primary key (draft_id, firm_id, other_id),
    check (firm_id < other_id)
);
create index draft_pairs_firm on draft_pairs (firm_id);
create index draft_pairs_other on draft_pairs (other_id);

-- `word` is what the federation said when it sent a proposal back or gave a founding up.
-- A group that is being founded, by the federation's draft or by executives who know each other; or firms that are to
-- move into a group that exists (group_id known from the start).
create table foundings (
    id {uuid} primary key,
    federation_id {uuid} not null references federations (id),
    name text not null,
    path text not null,
    draft_id {uuid} references drafts (id),
    request_id {uuid} references group_requests (id),
    group_id {uuid} references groups (id),
    place_code integer,
    meeting_place text not null default '',
    charter text not null default '',
    rules text not null,
    needed integer not null default 7,
    message text not null default '',
    word text not null default '',
    state text not null,
    opened_by {uuid} references people (id),
    opened_at bigint not null,
    ended_at bigint,
    version integer not null default 1,
    check (needed >= 1)
);
create index foundings_federation on foundings (federation_id, opened_at);
create index foundings_draft on foundings (draft_id);
create index foundings_group on foundings (group_id);
create unique index foundings_name on foundings (federation_id, name) where state in ('proposed', 'returned', 'inviting');

-- A firm with nobody to write to is invited all the same (no person): the federation asks it by telephone.
-- `joined_at`: since when the firm is a member because of it.
create table invitations (
    id {uuid} primary key,
    federation_id {uuid} not null references federations (id),
    founding_id {uuid} not null references foundings (id),
    firm_id {uuid} not null references firms (id),
    person_id {uuid} references people (id),
    leaves_id {uuid} references groups (id),
    state text not null,
    answer text not null default '',
    invited_at bigint not null,
    answered_at bigint,
    joined_at bigint,
    reminded_at bigint,
    version integer not null default 1
);
-- A firm is invited once; if it is invited again, its earlier invitation has been withdrawn.
create unique index invitations_standing on invitations (founding_id, firm_id) where state in ('waiting', 'accepted', 'declined');
create index invitations_founding on invitations (founding_id);
create index invitations_person on invitations (person_id, state);
create index invitations_firm on invitations (firm_id);
