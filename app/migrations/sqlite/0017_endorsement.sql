-- Endorsements: what an officer says for an organisation, how it was proved, and what stands on the page of it.
create table endorsement (
  id integer primary key autoincrement,
  group_id bigint not null references "group" (id),
  campaign_id bigint not null references campaign (id),
  letter_id bigint not null references letter (id),
  language text not null,
  -- Of the officer who speaks for it; empty where an organiser entered it.
  address_key blob not null,
  email text not null,
  name text not null,
  role text not null,
  organisation text not null,
  office text,
  kind text not null check (kind in ('organisation', 'company', 'public_body')),
  website text not null,
  -- The registrable domain of the website.
  domain text not null,
  comment text not null,
  logo text,
  logo_alt text not null,
  state text not null check (state in ('unproved', 'waiting', 'approved', 'refused', 'ended')),
  proof text check (proof in ('mail', 'dns', 'web', 'organiser')),
  proved_at bigint,
  -- What the page shows: as it was when it was approved, whatever was corrected since.
  shown text,
  reason text,
  -- A proof that is being looked for: where, when next, how often it was.
  sought text check (sought in ('dns', 'web')),
  seek_at bigint,
  seeks bigint not null,
  -- What the last look came to.
  found text,
  created_at bigint not null,
  changed_at bigint not null
);
create index endorsement_by_campaign on endorsement (campaign_id, state, id);
create index endorsement_by_address on endorsement (address_key);
create index endorsement_shown on endorsement (letter_id) where shown is not null;
create index endorsement_sought on endorsement (seek_at) where sought is not null;

-- The address at an organisation's domain to which a mail went that proves it, until somebody presses its button.
create table endorsement_proof (
  endorsement_id bigint not null primary key references endorsement (id),
  group_id bigint not null references "group" (id),
  address_key blob not null,
  email text not null,
  created_at bigint not null
);
create index endorsement_proof_by_address on endorsement_proof (address_key);

-- Logos as they were re-encoded, by their digest.
create table endorsement_logo (
  endorsement_id bigint not null references endorsement (id),
  digest text not null,
  group_id bigint not null references "group" (id),
  bytes blob not null,
  width bigint not null,
  height bigint not null,
  created_at bigint not null,
  primary key (endorsement_id, digest)
);

-- Their mails join the queue. A check cannot be changed in place, so the table is made anew.
create table mail_anew (
  id integer primary key autoincrement,
  group_id bigint,
  campaign_id bigint,
  kind text not null check (kind in ('confirmation', 'signed_already', 'link_again', 'words_changed', 'desk_invitation', 'desk_sign_in', 'desk_guesses', 'endorsement_link', 'endorsement_proof', 'endorsement_approved', 'endorsement_refused')),
  sign_on_id bigint,
  account_id bigint references account (id),
  desk_link_id bigint references desk_link (id),
  address_key blob not null,
  state text not null check (state in ('waiting', 'sent', 'bounced', 'failed', 'dropped')),
  attempts bigint not null,
  next_attempt_at bigint not null,
  lease_until bigint not null,
  fence bigint not null,
  answer text,
  created_at bigint not null,
  finished_at bigint,
  link_request_id bigint,
  rank bigint not null default 0,
  endorsement_id bigint
);
insert into mail_anew (id, group_id, campaign_id, kind, sign_on_id, account_id, desk_link_id, address_key, state, attempts,
  next_attempt_at, lease_until, fence, answer, created_at, finished_at, link_request_id, rank)
  select id, group_id, campaign_id, kind, sign_on_id, account_id, desk_link_id, address_key, state, attempts,
  next_attempt_at, lease_until, fence, answer, created_at, finished_at, link_request_id, rank from mail;
drop table mail;
alter table mail_anew rename to mail;
create index mail_by_address on mail (address_key, created_at);
create index mail_waiting on mail (next_attempt_at) where state = 'waiting';
create index mail_by_campaign on mail (campaign_id, id);
create index mail_unsent on mail (campaign_id, state, id) where state <> 'sent';
create index mail_lost on mail (campaign_id, finished_at) where state in ('bounced', 'failed');
create index mail_by_desk_link on mail (desk_link_id) where desk_link_id is not null;
create index mail_in_line on mail (campaign_id, rank, next_attempt_at) where state = 'waiting';
