-- Files that hang on things: photos, drawings, documents. What is in them lies beside the database (or in a bucket)
-- under the key of the row.

create table files (
    id {uuid} primary key,
    federation_id {uuid} not null references federations (id),
    -- What it hangs on.
    thing_kind text not null,
    thing_id {uuid} not null,
    -- As its sender named it, with the ending of its kind.
    name text not null,
    kind text not null,
    -- All that is kept of it.
    bytes bigint not null,
    -- SHA-256 of what was sent: the same file sent again is the same.
    digest text not null,
    -- Of a picture, in points; 0 of all others.
    width integer not null default 0,
    height integer not null default 0,
    added_by {uuid} not null references people (id),
    added_at bigint not null
);
create unique index files_once on files (thing_kind, thing_id, digest);
create index files_of on files (thing_kind, thing_id, added_at);
