-- Who works here, in which groups, and what they changed. Times are microseconds UTC.

create table account (
  id integer primary key autoincrement,
  name text not null,
  email text not null,
  email_canonical text not null unique,
  language text not null,
  -- Whether this person runs the instance, beside any group.
  operates boolean not null,
  password_hash text,
  totp_secret blob,
  totp_confirmed_at bigint,
  -- The last step whose code was taken: a code works once.
  totp_step bigint not null,
  failures bigint not null,
  failed_at bigint,
  warned_at bigint,
  created_at bigint not null,
  deactivated_at bigint
);

create table membership (
  id integer primary key autoincrement,
  account_id bigint not null references account (id),
  group_id bigint not null references "group" (id),
  -- Nothing: the whole group.
  campaign_id bigint references campaign (id),
  role text not null check (role in ('owner', 'organiser', 'moderator', 'treasurer', 'viewer')),
  -- Raised by each change, so that two who change it at once notice.
  version bigint not null,
  created_at bigint not null,
  ended_at bigint
);
create unique index membership_of_group on membership (group_id, account_id)
  where campaign_id is null and ended_at is null;
create unique index membership_of_campaign on membership (campaign_id, account_id) where ended_at is null;
create index membership_by_account on membership (account_id);

-- Links that work once. The token is kept as its SHA-256 alone.
create table desk_link (
  id integer primary key autoincrement,
  token_hash blob not null unique,
  purpose text not null check (purpose in ('first', 'invitation', 'sign_in')),
  account_id bigint references account (id),
  group_id bigint references "group" (id),
  campaign_id bigint references campaign (id),
  role text check (role in ('owner', 'organiser', 'moderator', 'treasurer', 'viewer')),
  invited_by bigint references account (id),
  created_at bigint not null,
  expires_at bigint not null,
  used_at bigint,
  withdrawn_at bigint
);
create index desk_link_by_group on desk_link (group_id, purpose);
create index desk_link_by_account on desk_link (account_id);

create table desk_session (
  id integer primary key autoincrement,
  token_hash blob not null unique,
  account_id bigint not null references account (id),
  agent text not null,
  -- Whether the second step of signing in is still to come.
  half boolean not null,
  created_at bigint not null,
  seen_at bigint not null,
  -- When it was last proved who sits here.
  proved_at bigint not null,
  ended_at bigint
);
create index desk_session_by_account on desk_session (account_id);

create table recovery_code (
  account_id bigint not null references account (id),
  code_hash blob not null,
  created_at bigint not null,
  used_at bigint,
  primary key (account_id, code_hash)
);

-- What was changed in the desk. Rows are added and never changed: names of personal fields, no values.
create table audit_entry (
  id integer primary key autoincrement,
  group_id bigint references "group" (id),
  account_id bigint references account (id),
  at bigint not null,
  action text not null,
  object text not null,
  before text not null,
  after text not null
);
create index audit_by_group on audit_entry (group_id, id);
create trigger audit_entry_is_never_changed before update on audit_entry
begin select raise(abort, 'an audit entry is never changed'); end;
create trigger audit_entry_is_never_deleted before delete on audit_entry
begin select raise(abort, 'an audit entry is never deleted'); end;

-- The desk's mails join the queue: about an account and not a sign-on. A check cannot be changed in
-- place, so the table is made anew.
create table mail_anew (
  id integer primary key autoincrement,
  group_id bigint,
  campaign_id bigint,
  kind text not null check (kind in ('confirmation', 'signed_already', 'link_again', 'desk_invitation', 'desk_sign_in', 'desk_guesses')),
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
  finished_at bigint
);
insert into mail_anew (id, group_id, campaign_id, kind, sign_on_id, address_key, state, attempts,
  next_attempt_at, lease_until, fence, answer, created_at, finished_at)
  select id, group_id, campaign_id, kind, sign_on_id, address_key, state, attempts,
  next_attempt_at, lease_until, fence, answer, created_at, finished_at from mail;
drop table mail;
alter table mail_anew rename to mail;
create index mail_by_address on mail (address_key, created_at);
create index mail_waiting on mail (next_attempt_at) where state = 'waiting';

-- The desk's list of signatures: the newest first, or by name.
create index signature_by_campaign on signature (campaign_id, id);
create index signature_by_name on signature (campaign_id, name_key, id);
-- States that few have, which a walk through everybody would take long to find.
create index signature_by_state on signature (campaign_id, state, id) where state <> 'confirmed';
create index signature_hidden on signature (campaign_id, id) where state = 'confirmed' and not is_public;
