-- The targets as the last import's files said them, where the desk has changed them since: by slug, a mark of each.
alter table campaign add column imported_targets text;
