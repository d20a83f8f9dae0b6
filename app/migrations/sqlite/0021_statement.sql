-- Statements: who was asked, who replied, who said something publicly. Those of a campaign's files stand in its
-- definition; here is what was entered at the desk, and what came behind a private link.
create table statement (
  id integer primary key autoincrement,
  group_id bigint not null references "group" (id),
  campaign_id bigint not null references campaign (id),
  kind text not null check (kind in ('asked', 'replied', 'said')),
  whom text not null,
  -- The day, or the month or year where no more is known: 2018-09-10, 2018-09, 2018.
  on_day text not null,
  how text not null,
  words text not null,
  language text not null,
  source_name text not null,
  source_url text not null,
  -- The question that it replies to: a slug of the files, or ~ and a number of this table.
  answers text not null,
  -- The question as it was when the link was sent.
  asked_words text not null,
  -- Who speaks, as they wrote it behind the link.
  speaker text not null,
  -- The link it came by, which is forgotten before it.
  link_id bigint,
  -- Why the organisers hide a reply, which everybody reads in its place.
  hidden text,
  created_at bigint not null,
  changed_at bigint not null
);
create index statement_by_campaign on statement (campaign_id, id);
create index statement_by_link on statement (link_id) where link_id is not null;

-- A private link that was sent to whom is asked, with the question as it was then.
create table statement_link (
  id integer primary key autoincrement,
  group_id bigint not null references "group" (id),
  campaign_id bigint not null references campaign (id),
  asked text not null,
  whom text not null,
  words text not null,
  language text not null,
  address_key blob not null,
  email text not null,
  created_at bigint not null
);
create index statement_link_by_campaign on statement_link (campaign_id, id);
create index statement_link_by_address on statement_link (address_key);

-- Their mails join the queue; what kinds there are is the code's to know. A check cannot be taken off in place, so the
-- table is made anew.
create table mail_anew (
  id integer primary key autoincrement,
  group_id bigint,
  campaign_id bigint,
  kind text not null,
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
  endorsement_id bigint,
  statement_link_id bigint
);
insert into mail_anew (id, group_id, campaign_id, kind, sign_on_id, account_id, desk_link_id, address_key, state, attempts,
  next_attempt_at, lease_until, fence, answer, created_at, finished_at, link_request_id, rank, endorsement_id)
  select id, group_id, campaign_id, kind, sign_on_id, account_id, desk_link_id, address_key, state, attempts,
  next_attempt_at, lease_until, fence, answer, created_at, finished_at, link_request_id, rank, endorsement_id from mail;
drop table mail;
alter table mail_anew rename to mail;
create index mail_by_address on mail (address_key, created_at);
create index mail_waiting on mail (next_attempt_at) where state = 'waiting';
create index mail_by_campaign on mail (campaign_id, id);
create index mail_unsent on mail (campaign_id, state, id) where state <> 'sent';
create index mail_lost on mail (campaign_id, finished_at) where state in ('bounced', 'failed');
create index mail_by_desk_link on mail (desk_link_id) where desk_link_id is not null;
create index mail_in_line on mail (campaign_id, rank, next_attempt_at) where state = 'waiting';
