-- Lists at the desk that turn their pages by key, and filters that are kept.

-- What few have is found by it; each of these costs a confirmation one entry at the end of a run.
create index signature_by_letter on signature (letter_id, id);
create index signature_by_country on signature (campaign_id, country, id) where country is not null;
create index signature_by_source on signature (campaign_id, source, id) where source is not null;
create index person_by_group on person (group_id, id);
create index mail_by_campaign on mail (campaign_id, id);
create index mail_unsent on mail (campaign_id, state, id) where state <> 'sent';

-- Search words are not kept: they would be somebody's name or address.
create table saved_filter (
  id integer primary key autoincrement,
  group_id bigint not null references "group" (id),
  campaign_id bigint references campaign (id),
  account_id bigint not null references account (id),
  list text not null,
  name text not null,
  query text not null,
  shared boolean not null,
  created_at bigint not null
);
create index saved_filter_by_group on saved_filter (group_id, list);
