-- Whoever is told by mail that a partnership has ended: the mail has the account, and this.
alter table mail add column partnership_id bigint;
