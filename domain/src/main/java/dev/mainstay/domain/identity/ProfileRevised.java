package dev.mainstay.domain.identity;

/** A user changed their profile or preferences. */
public record ProfileRevised(UserId user) implements AccountChanged {}
