-- One help may be of several kinds (two days of advice, and material): a statement of each kind stands for itself.

drop index settlements_standing;
create unique index settlements_standing_kind on settlements (ask_id, kind) where state in ('stated', 'confirmed');
