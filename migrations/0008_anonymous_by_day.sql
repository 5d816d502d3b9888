-- Lists of difficulties run by the moment of posting; one without a name tells its day alone, so it stands at the
-- beginning of its Korean day. The expression is the one that the list sorts by, to the letter.

create index difficulties_listed on difficulties (
    (case when anonymous then (posted_at + 32400000) / 86400000 * 86400000 - 32400000 else posted_at end), id
);
drop index difficulties_newest;
