-- Under which address people reach the instance, as the first visit said, and when a backup was taken last.
alter table instance add column base_url text;
alter table instance add column backup_at bigint;
