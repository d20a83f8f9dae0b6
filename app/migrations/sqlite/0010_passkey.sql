-- Passkeys of those who work here, and what they are asked to sign. Times are microseconds UTC.

create table passkey (
  id integer primary key autoincrement,
  account_id bigint not null references account (id),
  -- What the authenticator calls it.
  credential_id blob not null unique,
  -- As a SubjectPublicKeyInfo (RFC 5280), and its algorithm's number (RFC 9053).
  public_key blob not null,
  algorithm bigint not null,
  -- What its authenticator last counted to; one that does not count stays at nought.
  sign_count bigint not null,
  name text not null,
  created_at bigint not null,
  used_at bigint,
  -- When it answered with a count that had been passed: there may be a copy.
  doubted_at bigint
);
create index passkey_by_account on passkey (account_id);

-- One question to an authenticator. It is deleted by the first answer, whether right or wrong.
create table passkey_challenge (
  challenge blob primary key,
  purpose text not null check (purpose in ('adding', 'sign_in', 'second_step', 'proof')),
  -- SHA-256 of the token of the browser that asked: of its session, or of the door's own cookie.
  bearer_hash blob not null,
  account_id bigint references account (id),
  expires_at bigint not null
);
create index passkey_challenge_by_bearer on passkey_challenge (bearer_hash);
create index passkey_challenge_by_account on passkey_challenge (account_id);
