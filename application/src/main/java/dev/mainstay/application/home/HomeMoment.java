package dev.mainstay.application.home;

import dev.mainstay.domain.identity.UserId;
import java.time.Instant;
import java.time.ZoneId;

/** Whose home page, and which moment in their zone: all widgets of a page see the same one. */
public record HomeMoment(UserId user, Instant now, ZoneId zone) {}
