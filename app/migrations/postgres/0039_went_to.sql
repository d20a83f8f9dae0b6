-- Where a fundraiser's money went before it was sent elsewhere (an account's number, or an address), and since when it goes
-- where it does; microseconds UTC.
alter table fundraiser add column went_to text;
alter table fundraiser add column goes_since bigint;
-- The numbers of the accounts that it named before, each behind a blank.
alter table fundraiser add column accounts text not null default '';
-- The number of the account that whoever announced a transfer was told.
alter table pledge add column account text;
