-- A letter is stored as its parts; what somebody wrote is never read again for buttons. Links that act for their
-- reader stand apart, encrypted, until the letter has been sent.

alter table mails add column parts text not null default '';
alter table mails add column links text not null default '';
alter table mails add column links_until bigint;

-- Who handed out an invitation, so that its reader sees it.

alter table sign_in_links add column issued_by {uuid} references people (id);
