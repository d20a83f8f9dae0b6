-- Sums that the desk shows, kept beside what they count: what was sent, confirmed and withdrawn by the
-- quarter of an hour (of which the hours of every time zone are made), and signatures by their origin.
-- A node raises rows of its own.

create table quarter_tally (
  campaign_id bigint not null references campaign (id),
  -- The quarter's beginning.
  quarter bigint not null,
  node text not null,
  group_id bigint not null references "group" (id),
  sign_ons bigint not null,
  -- How many of those sent in this quarter were confirmed, whenever that was.
  confirmed bigint not null,
  -- How many were confirmed in this quarter, whenever they were sent.
  confirmations bigint not null,
  withdrawals bigint not null,
  primary key (campaign_id, quarter, node)
);

create table origin_tally (
  campaign_id bigint not null references campaign (id),
  language text not null,
  country text not null,
  node text not null,
  group_id bigint not null references "group" (id),
  signatures bigint not null,
  primary key (campaign_id, language, country, node)
);

-- What is still kept is counted; what has gone before is not known any more.
insert into origin_tally (campaign_id, language, country, node, group_id, signatures)
  select campaign_id, language, coalesce(country, ''), node, group_id, count(*) from signature
  where state = 'confirmed' group by campaign_id, language, coalesce(country, ''), node, group_id;
insert into quarter_tally (campaign_id, quarter, node, group_id, sign_ons, confirmed, confirmations, withdrawals)
  select campaign_id, quarter, '', group_id, sum(sign_ons), sum(confirmed), sum(confirmations), sum(withdrawals)
  from (
    select campaign_id, group_id, created_at - created_at % 900000000 as quarter,
      1 as sign_ons, 0 as confirmed, 0 as confirmations, 0 as withdrawals from sign_on
      where id <= coalesce((select position from job where kind = 'decide-mails'), 0)
    union all
    select campaign_id, group_id, signed_on_at - signed_on_at % 900000000,
      case when exists (select 1 from sign_on where sign_on.id = signature.sign_on_id) then 0 else 1 end, 1, 0, 0
      from signature where signed_on_at > 0
    union all
    select campaign_id, group_id, confirmed_at - confirmed_at % 900000000, 0, 0, 1, 0
      from signature where confirmed_at > 0
    union all
    select campaign_id, group_id, changed_at - changed_at % 900000000, 0, 0, 0, 1
      from signature where state = 'withdrawn' and changed_at > 0
  ) as kept group by campaign_id, quarter, group_id;

-- Mails that came to nothing, by campaign.
create index mail_lost on mail (campaign_id, finished_at) where state in ('bounced', 'failed');

-- How long a campaign keeps things, where its owner says other than the map of personal data.
create table campaign_retention (
  campaign_id bigint not null primary key references campaign (id),
  group_id bigint not null references "group" (id),
  mail_days bigint not null,
  withdrawn_days bigint not null,
  -- After the campaign was closed; nothing: for as long as the signature stands.
  ended_days bigint,
  -- Whose signatures were forgotten after the end, up to this number.
  forgotten_up_to bigint not null,
  -- Raised by each change, so that two who change it at once notice.
  version bigint not null,
  changed_at bigint not null
);
-- When a campaign was found closed.
alter table campaign add column ended_at bigint;

-- A member who is kept out for a while and can be let in again.
alter table membership add column deactivated_at bigint;

-- An erasure of who worked at the desk, beside those of who signed.
alter table erasure add column of_account boolean not null default false;

-- One's own entries of the record, and the mail that brought a link.
create index audit_by_account on audit_entry (account_id, id);
create index mail_by_desk_link on mail (desk_link_id) where desk_link_id is not null;
