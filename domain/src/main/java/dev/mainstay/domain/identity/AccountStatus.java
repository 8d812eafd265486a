package dev.mainstay.domain.identity;

/** What an account is allowed, in one word. */
public enum AccountStatus {
    /** Nobody has proved yet that the mailbox is theirs. */
    UNVERIFIED,
    ACTIVE,
    /** An administrator has shut it; nobody can log in. */
    SUSPENDED,
    /** Its owner asked for its deletion, and can still take that back. */
    LEAVING
}
