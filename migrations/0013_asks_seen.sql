-- When whoever was asked had the request in view, signed in. Never told by fetching a page or opening a mail.

alter table asks add column seen_at bigint;
