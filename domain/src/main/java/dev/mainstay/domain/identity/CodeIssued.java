package dev.mainstay.domain.identity;

/** A new one-time code is good, and the one before it no longer. */
public record CodeIssued(UserId user, LetterKind kind) implements CodesChanged {}
