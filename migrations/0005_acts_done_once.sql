-- Requests that carry a key of their own: sent twice, they are done once.

create table acts (
    -- Made of the person, the address and the key.
    id {uuid} primary key,
    -- What was asked, so that a key is not used for two things.
    asked {bytes} not null,
    at bigint not null,
    -- What was answered, as JSON; empty until it is known.
    answer text not null default ''
);
create index acts_at on acts (at);
