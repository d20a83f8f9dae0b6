-- What is too late is tidied away by its end.
create index passkey_challenge_by_end on passkey_challenge (expires_at);
