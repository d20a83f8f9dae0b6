-- A goal may be an amount that comes together for a fundraiser: its level is in smallest units of a currency, which is
-- empty for every other. The subject is the fundraiser's slug.
alter table goal_mark add column currency text not null default '';
alter table goal_mark drop constraint goal_mark_measure_check;
alter table goal_mark add constraint goal_mark_measure_check check (measure in ('signatures', 'people', 'money', 'moment'));
alter table goal_mark add constraint goal_mark_currency_check check ((measure = 'money') = (currency <> ''));
