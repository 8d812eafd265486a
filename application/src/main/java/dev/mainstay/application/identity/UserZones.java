package dev.mainstay.application.identity;

import dev.mainstay.domain.identity.UserId;
import java.time.ZoneId;

/** Which time zone a user lives in, as a fact: what "today" is for them hangs on it. */
@FunctionalInterface
public interface UserZones {

    /**
     * The zone of the user's profile.
     *
     * @throws dev.mainstay.domain.refusal.NotFound if there is no such user
     */
    ZoneId of(UserId user);
}
