-- Whoever looks after a fundraiser is told, too, that its money goes elsewhere from now on.
alter table fundraiser_notice drop constraint fundraiser_notice_kind_check;
alter table fundraiser_notice add constraint fundraiser_notice_kind_check
  check (kind in ('ended', 'settled', 'stopped', 'redirected'));
