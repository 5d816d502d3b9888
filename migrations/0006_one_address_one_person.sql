-- One address, one person, in whatever case it is written.

-- An address that this person had beside another, and lost to whom it signs in; `dure check` names it.
alter table people add column twin_email text;
-- When the person first came in; empty for who never did, and for personas of the demo.
alter table people add column came_in_at bigint;
-- Links of letters that answer by one tap are good if they were made after this; empty for all.
alter table people add column links_from bigint;

-- Who holds an office keeps the address, else who was there first.
update people set twin_email = email where left_at is null and exists (
    select 1 from people o where o.id <> people.id and o.left_at is null and lower(o.email) = lower(people.email)
    and (case when exists (select 1 from appointments a where a.person_id = o.id and a.until is null) then 0 else 1 end, o.created_at, o.id)
      < (case when exists (select 1 from appointments a where a.person_id = people.id and a.until is null) then 0 else 1 end, people.created_at, people.id));
update people set email = null, version = version + 1 where twin_email is not null;
drop index people_email;
drop index people_email_any_case;
update people set email = lower(email) where email <> lower(email);
create unique index people_email on people (lower(email)) where email is not null and left_at is null;

update people set came_in_at = created_at where password_hash is not null
    or exists (select 1 from sessions s where s.person_id = people.id and s.opened_by <> 'persona')
    or exists (select 1 from sign_in_links l where l.person_id = people.id and l.used_at is not null)
    or exists (select 1 from audit a where a.subject_id = people.id and a.action in ('link.use', 'person.password'));
