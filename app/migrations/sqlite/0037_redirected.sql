-- When a fundraiser's money was sent elsewhere, until whoever keeps it is told; microseconds UTC.
alter table fundraiser add column redirected_at bigint;
