-- Sign-ons that look false are held until somebody has looked.

-- From which network a sign-on came, how many milliseconds its form was filled in for by the page's own script,
-- whether the field that people do not see was filled, and whether work was proved while a campaign was under
-- attack. Nothing of it goes on to the signature.
alter table sign_on add column network text;
alter table sign_on add column filled_in bigint;
alter table sign_on add column trapped boolean not null default false;
alter table sign_on add column worked boolean not null default false;

-- Why a sign-on is held: the signals that it showed, and what they came to.
create table held_sign_on (
  sign_on_id bigint not null primary key,
  group_id bigint not null references "group" (id),
  campaign_id bigint not null references campaign (id),
  letter_id bigint not null references letter (id),
  -- Whose it is: what erases somebody erases this too.
  address_key blob not null,
  network text,
  domain text not null,
  signals text not null,
  score bigint not null,
  signed_on_at bigint not null,
  created_at bigint not null
) without rowid;
create index held_sign_on_by_campaign on held_sign_on (campaign_id, sign_on_id);
create index held_sign_on_by_address on held_sign_on (address_key);
create index held_sign_on_by_time on held_sign_on (created_at);

-- What a signal weighs where a campaign's moderators chose otherwise; `threshold` is what a sum is held from.
create table signal_weight (
  campaign_id bigint not null references campaign (id),
  signal text not null,
  group_id bigint not null references "group" (id),
  weight bigint not null,
  changed_at bigint not null,
  primary key (campaign_id, signal)
);

-- Networks that many honest people share for a while: a conference hall.
create table venue (
  id integer primary key autoincrement,
  group_id bigint not null references "group" (id),
  campaign_id bigint not null references campaign (id),
  name text not null,
  network text not null,
  from_at bigint not null,
  until_at bigint not null,
  created_at bigint not null
);
create index venue_by_campaign on venue (campaign_id, id);

-- Until when a campaign is taken to be under attack.
create table attack (
  campaign_id bigint not null primary key references campaign (id),
  group_id bigint not null references "group" (id),
  since_at bigint not null,
  until_at bigint not null
);

-- As what a signature was removed, which the letter counts openly.
alter table signature add column removed_as text;
alter table change add column removes_as text;
update signature set removed_as = 'other' where state = 'invalidated';
create index signature_held on signature (letter_id) where state = 'held';
create index signature_removed on signature (letter_id, removed_as) where removed_as is not null;
