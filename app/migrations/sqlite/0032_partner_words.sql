-- What a partner was called and said of itself when it accepted, or when it left: whoever it holds data of is told so
-- still. Times are microseconds UTC.
alter table partnership add column name text;
alter table partnership add column website text;
alter table partnership add column privacy text;
-- Its own words on data, by language, as JSON.
alter table partnership add column privacy_text text;
-- When this person has read the terms as they were accepted.
alter table partner_seat add column read_at bigint;

-- What the partner was called where it was agreed to, and when that was, where it was not with the sign-on.
alter table consent add column name text;
alter table consent add column agreed_at bigint;

-- When its name was corrected last. Of those that a partner may have been told, any change may have been one.
alter table signature add column renamed_at bigint;
update signature set renamed_at = changed_at where changed_at > confirmed_at
  and exists (select 1 from consent c where c.signature_id = signature.id);
