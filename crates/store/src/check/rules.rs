//! The rules of the loop and of membership: name, table, and the query for rows that break it.

use super::Question;

pub fn questions() -> Vec<Question> {
    let question = |&(check, place, sql): &(&'static str, &str, &str)| Question {
        check,
        place: place.to_owned(),
        sql: sql.to_owned(),
    };
    RULES.iter().map(question).collect()
}

pub const RULES: &[(&str, &str, &str)] = &[
    // Memberships and offices.
    (
        "delegate_elsewhere",
        "memberships",
        "select m.id from memberships m join people p on p.id = m.delegate_id or p.id = m.deputy_id \
         where m.left_on is null and p.left_at is null and (p.firm_id is null or p.firm_id <> m.firm_id)",
    ),
    (
        "membership_overlap",
        "memberships",
        "select a.id from memberships a join memberships b \
         on a.group_id = b.group_id and a.firm_id = b.firm_id and a.id < b.id \
         where coalesce(a.joined_on, -1000000) < coalesce(b.left_on, 1000000) \
         and coalesce(b.joined_on, -1000000) < coalesce(a.left_on, 1000000)",
    ),
    ("membership_dates", "memberships", "select id from memberships where left_on < joined_on"),
    ("appointment_dates", "appointments", "select id from appointments where until < since"),
    (
        "office_without_group",
        "appointments",
        "select id from appointments where (group_id is null and office in ('chair', 'secretary')) \
         or (group_id is not null and office in ('staff', 'operator'))",
    ),
    // Where a difficulty stands.
    (
        "draft_posted",
        "difficulties",
        "select id from difficulties where (status = 'draft') <> (posted_at is null)",
    ),
    (
        "closed_without_outcome",
        "difficulties",
        "select id from difficulties where (status = 'closed') <> (outcome is not null) \
         or (status = 'closed') <> (closed_at is not null)",
    ),
    (
        "helping_without_helper",
        "difficulties",
        "select d.id from difficulties d where d.status = 'helping' and not exists \
         (select 1 from asks a where a.difficulty_id = d.id and a.state in ('offered', 'helped'))",
    ),
    (
        "helped_not_helping",
        "difficulties",
        "select d.id from difficulties d where d.status in ('draft', 'open') and exists \
         (select 1 from asks a where a.difficulty_id = d.id and a.state in ('offered', 'helped'))",
    ),
    (
        "posted_without_event",
        "difficulties",
        "select d.id from difficulties d where d.status <> 'draft' and not exists \
         (select 1 from difficulty_events e where e.difficulty_id = d.id and e.kind = 'posted')",
    ),
    (
        "closed_without_event",
        "difficulties",
        "select d.id from difficulties d where d.status = 'closed' and not exists \
         (select 1 from difficulty_events e where e.difficulty_id = d.id and e.kind = 'closed')",
    ),
    (
        "event_of_other_ask",
        "difficulty_events",
        "select e.id from difficulty_events e join asks a on a.id = e.ask_id \
         where a.difficulty_id <> e.difficulty_id",
    ),
    (
        "passed_from_elsewhere",
        "asks",
        "select a.id from asks a join asks b on b.id = a.passed_from \
      where b.difficulty_id <> a.difficulty_id or b.state <> 'passed'",
    ),
    (
        "times_backwards",
        "difficulties",
        "select id from difficulties where closed_at < posted_at or posted_at < created_at",
    ),
    ("answered_before_asked", "asks", "select id from asks where answered_at < asked_at"),
    // What help was worth.
    (
        "settlement_of_other_ask",
        "settlements",
        "select s.id from settlements s join asks a on a.id = s.ask_id \
         where a.difficulty_id <> s.difficulty_id",
    ),
    (
        "settlement_without_help",
        "settlements",
        "select s.id from settlements s join asks a on a.id = s.ask_id where a.state <> 'helped'",
    ),
    (
        "settlement_own_answer",
        "settlements",
        "select id from settlements where (state = 'confirmed' and answered_by is null) or answered_by = stated_by",
    ),
    (
        "give_unconfirmed",
        "give_and_take",
        "select g.id from give_and_take g join settlements s on s.id = g.settlement_id where s.state <> 'confirmed'",
    ),
    (
        "give_missing",
        "settlements",
        "select s.id from settlements s where s.state = 'confirmed' and not exists \
         (select 1 from give_and_take g where g.settlement_id = s.id)",
    ),
    (
        "give_differs",
        "give_and_take",
        "select g.id from give_and_take g join settlements s on s.id = g.settlement_id \
         where g.worth_won <> s.worth_won or g.worth_days <> s.worth_days or g.kind <> s.kind \
         or g.difficulty_id <> s.difficulty_id",
    ),
    (
        "give_wrong_sides",
        "give_and_take",
        "select g.id from give_and_take g join settlements s on s.id = g.settlement_id \
         join asks a on a.id = s.ask_id join difficulties d on d.id = g.difficulty_id \
         where g.to_firm_id <> d.firm_id or g.from_person_id <> a.person_id \
         or g.from_firm_id <> a.firm_id",
    ),
    // What was learnt.
    (
        "case_of_open",
        "cases",
        "select c.id from cases c join difficulties d on d.id = c.difficulty_id where d.status <> 'closed'",
    ),
    // Groups that are being founded.
    (
        "founded_without_group",
        "foundings",
        "select id from foundings where state = 'founded' and group_id is null",
    ),
    (
        "founding_dates",
        "foundings",
        "select id from foundings where ended_at < opened_at \
         or (state in ('founded', 'withdrawn')) <> (ended_at is not null)",
    ),
    (
        "accepted_without_membership",
        "invitations",
        "select i.id from invitations i join foundings f on f.id = i.founding_id \
         where i.state = 'accepted' and f.state = 'founded' and f.path <> 'moved' and i.joined_at is null",
    ),
    (
        "joined_without_membership",
        "invitations",
        "select i.id from invitations i join foundings f on f.id = i.founding_id \
         where i.joined_at is not null and (i.state <> 'accepted' or not exists \
         (select 1 from memberships m where m.firm_id = i.firm_id and m.group_id = f.group_id))",
    ),
    (
        "answered_before_invited",
        "invitations",
        "select id from invitations where answered_at < invited_at or joined_at < answered_at \
         or (state in ('accepted', 'declined') and answered_at is null)",
    ),
    (
        "request_without_firms",
        "group_requests",
        "select r.id from group_requests r where not exists \
         (select 1 from group_request_firms f where f.request_id = r.id)",
    ),
    // Files hang on something that is there.
    (
        "file_on_nothing",
        "files",
        "select f.id from files f where not ( \
         (f.thing_kind = 'difficulty' and exists (select 1 from difficulties d where d.id = f.thing_id)) \
         or (f.thing_kind = 'firm' and exists (select 1 from firms o where o.id = f.thing_id)) \
         or (f.thing_kind = 'meeting' and exists (select 1 from meetings m where m.id = f.thing_id)) \
         or (f.thing_kind = 'resource' and exists (select 1 from resources r where r.id = f.thing_id)))",
    ),
    // What was said stands under something that is there, and answers what stands there too.
    (
        "comment_on_nothing",
        "comments",
        "select c.id from comments c where not ( \
         (c.thing_kind = 'difficulty' and exists (select 1 from difficulties d where d.id = c.thing_id)) \
         or (c.thing_kind = 'meeting' and exists (select 1 from meetings m where m.id = c.thing_id)) \
         or (c.thing_kind = 'resource' and exists (select 1 from resources r where r.id = c.thing_id))) \
         or exists (select 1 from comments a where a.id = c.answers \
         and (a.thing_id <> c.thing_id or a.answers is not null))",
    ),
    // What every write leaves behind; the demo's past is entered once for all of it.
    (
        "settlement_unaudited",
        "settlements",
        "select s.id from settlements s where not exists (select 1 from audit a where a.subject_id = s.id \
         or (a.action = 'demo.fill' and a.federation_id = s.federation_id and a.at >= s.stated_at))",
    ),
    (
        "difficulty_unaudited",
        "difficulties",
        "select d.id from difficulties d where not exists (select 1 from audit a where a.subject_id = d.id \
         or (a.action = 'demo.fill' and a.federation_id = d.federation_id and a.at >= d.created_at))",
    ),
    // Addresses, sessions and links.
    (
        "address_lost",
        "people",
        "select id from people where twin_email is not null and email is null and left_at is null",
    ),
    (
        "session_dates",
        "sessions",
        "select id from sessions where expires_at <= created_at or seen_at < created_at",
    ),
    (
        "session_of_leaver",
        "sessions",
        "select s.id from sessions s join people p on p.id = s.person_id where p.left_at is not null and p.left_at > s.created_at",
    ),
    (
        "link_dates",
        "sign_in_links",
        "select person_id from sign_in_links where expires_at <= created_at or used_at < created_at",
    ),
];
