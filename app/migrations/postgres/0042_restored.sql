-- Since when a fundraiser waits for a person after a backup was restored: what givers did after it was taken is not in it.
alter table fundraiser add column restored_at bigint;
-- When the provider is asked next what came in since the backup was taken; nothing once it was.
alter table fundraiser add column catch_up_at bigint;
-- Since when: the last that the backup knew of.
alter table fundraiser add column catch_up_since bigint;

-- Whoever looks after a fundraiser is told, too, that it waits.
alter table fundraiser_notice drop constraint fundraiser_notice_kind_check;
alter table fundraiser_notice add constraint fundraiser_notice_kind_check
  check (kind in ('ended', 'settled', 'stopped', 'redirected', 'refused', 'restored'));
