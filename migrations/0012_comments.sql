-- What people say under a thing. Remarks on difficulties were lines of their timeline; they move here.

create table comments (
    id {uuid} primary key,
    federation_id {uuid} not null references federations (id),
    thing_kind text not null,
    thing_id {uuid} not null,
    -- Which one it answers; none of those that answer is answered itself.
    answers {uuid} references comments (id),
    author_id {uuid} not null references people (id),
    -- Empty once it was deleted.
    body text not null,
    at bigint not null,
    edited_at bigint,
    deleted_at bigint,
    version integer not null default 1
);
create index comments_of on comments (thing_kind, thing_id, at);
create index comments_by on comments (author_id);

-- What a comment said before it was changed or deleted.
create table comment_versions (
    id {uuid} primary key,
    comment_id {uuid} not null references comments (id),
    body text not null,
    until bigint not null
);
create index comment_versions_of on comment_versions (comment_id);

insert into comments (id, federation_id, thing_kind, thing_id, author_id, body, at)
    select id, federation_id, 'difficulty', difficulty_id, actor_id, body, at
    from difficulty_events where kind = 'noted' and actor_id is not null;
delete from difficulty_events where kind = 'noted';
