-- When a role was granted stands in the audit log, which nobody can change.
ALTER TABLE identity.account_role DROP COLUMN granted_at;
