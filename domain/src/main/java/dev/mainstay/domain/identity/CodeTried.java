package dev.mainstay.domain.identity;

/** One attempt at a one-time code was used up, or the code itself. */
public record CodeTried(UserId user, LetterKind kind) implements CodesChanged {}
