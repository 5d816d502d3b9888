-- The ground: people and access, firms and groups, the loop, and what every write leaves behind.
--
-- One text for both databases. {uuid}, {bytes} and {counter} are the three words that differ;
-- the store fills them in. Time is milliseconds since 1970 in UTC, a day is days since 1970,
-- money is whole won. Every table that grows carries its federation, so that it can be divided by it.

create table federations (
    id {uuid} primary key,
    name text not null,
    region text not null,
    created_at bigint not null
);

create table groups (
    id {uuid} primary key,
    federation_id {uuid} not null references federations (id),
    name text not null,
    founded_on integer,
    place_code integer,
    meeting_place text not null default '',
    rhythm text not null default '',
    charter text not null default '',
    created_at bigint not null,
    version integer not null default 1
);
create unique index groups_name on groups (federation_id, name);

create table firms (
    id {uuid} primary key,
    federation_id {uuid} not null references federations (id),
    name text not null,
    business_number text,
    industry_code text,
    industry_text text not null default '',
    sector text,
    place_code integer,
    address text not null default '',
    phone text not null default '',
    fax text not null default '',
    email text not null default '',
    website text not null default '',
    representative text not null default '',
    products text not null default '',
    offers text not null default '',
    needs text not null default '',
    notes text not null default '',
    founded_on integer,
    employees integer,
    revenue_won bigint,
    motive text,
    created_at bigint not null,
    updated_at bigint not null,
    left_at bigint,
    version integer not null default 1
);
create unique index firms_business_number on firms (federation_id, business_number) where business_number is not null and left_at is null;
create index firms_name on firms (federation_id, name);
-- 가나다 order of the directory, in which the legal form of a name does not count.
create index firms_sorted on firms (federation_id, trim(replace(replace(replace(name, '(주)', ''), '㈜', ''), '주식회사', ''))) where left_at is null;
-- What the directory can be narrowed by is read from these alone.
create index firms_industry on firms (federation_id, industry_code) where left_at is null;
create index firms_place on firms (federation_id, place_code) where left_at is null;

create table people (
    id {uuid} primary key,
    federation_id {uuid} not null references federations (id),
    firm_id {uuid} references firms (id),
    name text not null,
    title text not null default '',
    email text,
    phone text not null default '',
    lang text not null default 'ko',
    password_hash text,
    created_at bigint not null,
    left_at bigint,
    version integer not null default 1
);
create unique index people_email on people (email) where email is not null and left_at is null;
create index people_email_any_case on people (lower(email));
create index people_firm on people (firm_id);
create index people_name on people (federation_id, name);

create table memberships (
    id {uuid} primary key,
    federation_id {uuid} not null references federations (id),
    group_id {uuid} not null references groups (id),
    firm_id {uuid} not null references firms (id),
    delegate_id {uuid} references people (id),
    deputy_id {uuid} references people (id),
    industry_slot text,
    joined_on integer,
    left_on integer,
    created_at bigint not null
);
-- One active membership of a firm in a group; one firm per industry slot and group.
create unique index memberships_active on memberships (group_id, firm_id) where left_on is null;
create unique index memberships_slot on memberships (group_id, industry_slot) where left_on is null and industry_slot is not null;
create index memberships_firm on memberships (firm_id);
create index memberships_delegate on memberships (delegate_id);
create index memberships_deputy on memberships (deputy_id);

create table joining_reasons (
    firm_id {uuid} not null references firms (id) on delete cascade,
    federation_id {uuid} not null references federations (id),
    reason text not null,
    primary key (firm_id, reason)
);

create table appointments (
    id {uuid} primary key,
    federation_id {uuid} not null references federations (id),
    group_id {uuid} references groups (id),
    person_id {uuid} not null references people (id),
    office text not null,
    since integer not null,
    until integer
);
create index appointments_person on appointments (person_id);
create index appointments_group on appointments (group_id);
-- One person holds one office of one group once at a time; the whole federation counts as a group of its own.
create unique index appointments_active_group on appointments (group_id, person_id, office) where until is null and group_id is not null;
create unique index appointments_active_federation on appointments (federation_id, person_id, office) where until is null and group_id is null;
create unique index appointments_one_chair on appointments (group_id) where until is null and office = 'chair';

create table resources (
    id {uuid} primary key,
    federation_id {uuid} not null references federations (id),
    firm_id {uuid} not null references firms (id),
    kind text not null,
    title text not null,
    body text not null default '',
    terms text not null default '',
    created_at bigint not null,
    removed_at bigint,
    version integer not null default 1
);
create index resources_firm on resources (firm_id);

create table experts (
    id {uuid} primary key,
    federation_id {uuid} not null references federations (id),
    person_id {uuid} not null unique references people (id),
    field text not null,
    body text not null default '',
    place_code integer,
    removed_at bigint
);

create table programmes (
    id {uuid} primary key,
    federation_id {uuid} not null references federations (id),
    title text not null,
    body text not null default '',
    agency text not null default '',
    eligibility text not null default '',
    region text not null default '',
    place_code integer,
    contact_id {uuid} references people (id),
    opens_on integer,
    closes_on integer,
    removed_at bigint
);
create index programmes_contact on programmes (contact_id);

create table difficulties (
    id {uuid} primary key,
    federation_id {uuid} not null references federations (id),
    firm_id {uuid} not null references firms (id),
    author_id {uuid} not null references people (id),
    group_id {uuid} references groups (id),
    title text not null default '',
    problem text not null default '',
    present_state text not null default '',
    tried text not null default '',
    solved_when text not null default '',
    need text not null default 'other',
    visibility text not null default 'federation',
    anonymous boolean not null default false,
    status text not null default 'draft',
    outcome text,
    outcome_note text not null default '',
    created_at bigint not null,
    updated_at bigint not null,
    posted_at bigint,
    closed_at bigint,
    version integer not null default 1
);
create index difficulties_status on difficulties (federation_id, status, posted_at);
create index difficulties_closed on difficulties (federation_id, closed_at);
create index difficulties_posted on difficulties (federation_id, posted_at);
-- What a viewer may see is counted from this alone, and the newest of it come first from the next.
create index difficulties_seen on difficulties (status, federation_id, visibility, group_id, firm_id, author_id, id);
create index difficulties_newest on difficulties (posted_at, id);
create index difficulties_firm on difficulties (firm_id, status);
create index difficulties_group on difficulties (group_id, status);
create index difficulties_author on difficulties (author_id, status);

create table asks (
    id {uuid} primary key,
    federation_id {uuid} not null references federations (id),
    difficulty_id {uuid} not null references difficulties (id),
    helper_kind text not null,
    helper_key {uuid} not null,
    firm_id {uuid} references firms (id),
    person_id {uuid} not null references people (id),
    asked_by {uuid} references people (id),
    passed_from {uuid} references asks (id),
    message text not null default '',
    state text not null,
    answer text not null default '',
    asked_at bigint not null,
    answered_at bigint,
    reminded_at bigint,
    version integer not null default 1
);
-- A person is asked once for a difficulty until that request has ended.
create unique index asks_open on asks (difficulty_id, person_id) where state in ('asked', 'offered', 'helped');
create index asks_person on asks (person_id, state);
create index asks_firm on asks (firm_id, state);
create index asks_difficulty on asks (difficulty_id);
create index asks_waiting on asks (federation_id, asked_at) where state = 'asked';

create table difficulty_events (
    id {uuid} primary key,
    federation_id {uuid} not null references federations (id),
    difficulty_id {uuid} not null references difficulties (id),
    ask_id {uuid} references asks (id),
    actor_id {uuid} references people (id),
    kind text not null,
    body text not null default '',
    at bigint not null
);
create index difficulty_events_at on difficulty_events (difficulty_id, at);

create table settlements (
    id {uuid} primary key,
    federation_id {uuid} not null references federations (id),
    difficulty_id {uuid} not null references difficulties (id),
    ask_id {uuid} not null references asks (id),
    kind text not null,
    worth_won bigint not null default 0,
    worth_days integer not null default 0,
    note text not null default '',
    state text not null,
    stated_by {uuid} not null references people (id),
    stated_at bigint not null,
    answered_by {uuid} references people (id),
    answered_at bigint,
    dispute text not null default '',
    version integer not null default 1,
    check (worth_won >= 0 and worth_days >= 0)
);
-- One standing statement per help: a disputed one makes room for a new one.
create unique index settlements_standing on settlements (ask_id) where state in ('stated', 'confirmed');
create index settlements_difficulty on settlements (difficulty_id);
create index settlements_waiting on settlements (federation_id, stated_at) where state = 'stated';
create index settlements_ask on settlements (ask_id);

create table give_and_take (
    id {uuid} primary key,
    federation_id {uuid} not null references federations (id),
    settlement_id {uuid} not null unique references settlements (id),
    difficulty_id {uuid} not null references difficulties (id),
    kind text not null,
    from_firm_id {uuid} references firms (id),
    from_person_id {uuid} not null references people (id),
    to_firm_id {uuid} not null references firms (id),
    worth_won bigint not null,
    worth_days integer not null,
    at bigint not null
);
create index give_and_take_from on give_and_take (from_firm_id, at);
create index give_and_take_to on give_and_take (to_firm_id, at);
create index give_and_take_federation on give_and_take (federation_id, at);

create table cases (
    id {uuid} primary key,
    federation_id {uuid} not null references federations (id),
    difficulty_id {uuid} not null unique references difficulties (id),
    firm_id {uuid} references firms (id),
    helper_firm_id {uuid} references firms (id),
    helper_person_id {uuid} references people (id),
    title text not null,
    problem text not null,
    cure text not null,
    effect text not null default '',
    standard text not null default '',
    need text not null,
    visibility text not null,
    anonymous boolean not null default false,
    consented_by {uuid} not null references people (id),
    kept_at bigint not null
);
create index cases_kept on cases (federation_id, kept_at);

create table meetings (
    id {uuid} primary key,
    federation_id {uuid} not null references federations (id),
    group_id {uuid} references groups (id),
    kind text not null,
    title text not null,
    place text not null default '',
    body text not null default '',
    starts_at bigint not null,
    ends_at bigint,
    invited_at bigint,
    cancelled_at bigint,
    version integer not null default 1
);
create index meetings_group on meetings (group_id, starts_at);
create index meetings_federation on meetings (federation_id, starts_at);

create table meeting_replies (
    meeting_id {uuid} not null references meetings (id),
    person_id {uuid} not null references people (id),
    federation_id {uuid} not null references federations (id),
    coming boolean not null,
    at bigint not null,
    primary key (meeting_id, person_id)
);
create index meeting_replies_person on meeting_replies (person_id);

create table sessions (
    id {uuid} primary key,
    token_hash {bytes} not null unique,
    person_id {uuid} not null references people (id),
    created_at bigint not null,
    seen_at bigint not null,
    expires_at bigint not null,
    agent text not null default '',
    opened_by text not null default ''
);
create index sessions_person on sessions (person_id);

create table sign_in_links (
    token_hash {bytes} primary key,
    person_id {uuid} not null references people (id),
    purpose text not null,
    created_at bigint not null,
    expires_at bigint not null,
    used_at bigint
);
create index sign_in_links_person on sign_in_links (person_id);

create table tokens (
    id {uuid} primary key,
    token_hash {bytes} not null unique,
    person_id {uuid} not null references people (id),
    name text not null,
    created_at bigint not null,
    used_at bigint,
    expires_at bigint
);
create index tokens_person on tokens (person_id);

create table rate_limits (
    subject text primary key,
    window_start bigint not null,
    hits integer not null
);

create table settings (
    name text primary key,
    value text not null
);

create table imports (
    id {uuid} primary key,
    federation_id {uuid} not null references federations (id),
    person_id {uuid} references people (id),
    file_name text not null,
    file {bytes} not null,
    mapping text not null,
    report text not null default '',
    state text not null,
    created_at bigint not null,
    finished_at bigint
);
create index imports_federation on imports (federation_id, created_at);

-- What was decided about two firms that look alike: `different`, or `merged` (other into firm).
create table firm_pairs (
    firm_id {uuid} not null references firms (id),
    other_id {uuid} not null references firms (id),
    federation_id {uuid} not null references federations (id),
    verdict text not null,
    decided_by {uuid} references people (id),
    decided_at bigint not null,
    primary key (firm_id, other_id)
);
create index firm_pairs_other on firm_pairs (other_id);
create index firm_pairs_federation on firm_pairs (federation_id);

create table mails (
    id {uuid} primary key,
    federation_id {uuid} not null references federations (id),
    person_id {uuid} references people (id),
    to_address text not null,
    subject text not null,
    body_text text not null,
    body_html text not null,
    purpose text not null,
    created_at bigint not null,
    sent_at bigint,
    failure text not null default ''
);
create index mails_created on mails (created_at);
create index mails_person on mails (person_id, created_at);

create table jobs (
    id {uuid} primary key,
    kind text not null,
    payload text not null,
    run_at bigint not null,
    attempts integer not null default 0,
    taken_until bigint,
    done_at bigint,
    failure text not null default ''
);
create index jobs_due on jobs (run_at) where done_at is null;

create table audit (
    id {uuid} primary key,
    federation_id {uuid},
    at bigint not null,
    actor_id {uuid},
    action text not null,
    subject_kind text not null,
    subject_id {uuid} not null,
    before_state text,
    after_state text
);
create index audit_subject on audit (subject_id, at);
create index audit_at on audit (federation_id, at);

-- The change feed: what derived data (search, network picture) must read again.
create table changes (
    seq {counter},
    federation_id {uuid},
    kind text not null,
    subject_id {uuid} not null,
    at bigint not null
);
