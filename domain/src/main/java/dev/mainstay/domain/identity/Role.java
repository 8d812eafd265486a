package dev.mainstay.domain.identity;

/** What a user is in the whole application (U10); roles inside a circle are the circle's own. */
public enum Role {
    STUDENT,
    TEACHER,
    PARENT,
    ADMIN
}
