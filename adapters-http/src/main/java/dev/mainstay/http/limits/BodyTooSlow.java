package dev.mainstay.http.limits;

import java.time.Duration;

/** The body did not arrive in time (408). */
public final class BodyTooSlow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BodyTooSlow(Duration limit) {
        super("The body must arrive within " + limit.toSeconds() + " seconds.", null, false, false);
    }
}
