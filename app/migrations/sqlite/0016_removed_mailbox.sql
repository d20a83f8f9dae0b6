-- Mailboxes whose signature organisers removed and its signer then took back: what comes from there anew is
-- removed too, until organisers put it back.
create table removed_mailbox (
  letter_id bigint not null references letter (id),
  address_key blob not null,
  group_id bigint not null references "group" (id),
  created_at bigint not null,
  primary key (letter_id, address_key)
) without rowid;
create index removed_mailbox_by_time on removed_mailbox (created_at);
