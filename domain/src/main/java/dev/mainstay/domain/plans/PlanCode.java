package dev.mainstay.domain.plans;

import dev.mainstay.domain.refusal.Invalid;
import java.util.regex.Pattern;

/** A plan's stable name, such as {@code team_yearly}. */
public record PlanCode(String value) {

    private static final Pattern SNAKE_CASE = Pattern.compile("[a-z][a-z0-9_]{1,39}");

    /** The plan of everybody who has no subscription; nobody subscribes to it, and it costs nothing. */
    public static final PlanCode DEFAULT = new PlanCode("free");

    /**
     * Checks the form.
     *
     * @throws Invalid naming the field {@code code}
     */
    public PlanCode {
        if (!SNAKE_CASE.matcher(value).matches()) {
            throw new Invalid("code", "malformed", "must be 2 to 40 lowercase letters, digits and _, a letter first");
        }
    }
}
