-- What happened to a person is the letters to that person: each can be read in Dure, and comes by mail at once, gathered
-- once a day, or not at all, as its reader chose for its kind.

alter table mails add column way text not null default 'now';
alter table mails add column read_at bigint;
-- When a letter that waits to be gathered went out with others.
alter table mails add column gathered_at bigint;
-- What is there already is not news.
update mails set read_at = created_at;
create index mails_unread on mails (person_id) where read_at is null;
create index mails_to_gather on mails (person_id) where way = 'digest' and gathered_at is null;

create table notice_ways (
    person_id {uuid} not null references people (id),
    kind text not null,
    way text not null,
    primary key (person_id, kind)
);

-- No mail between nine in the evening and eight in the morning, Korean time.
alter table people add column quiet_at_night boolean not null default false;
