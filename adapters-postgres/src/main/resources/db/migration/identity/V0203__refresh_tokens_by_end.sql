-- A session that lives for years issues a token every few minutes; the hourly clearing finds those past their end by this.
CREATE INDEX refresh_token_expires ON identity.refresh_token (expires_at);
