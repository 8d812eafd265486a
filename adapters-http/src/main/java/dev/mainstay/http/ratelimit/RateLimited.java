package dev.mainstay.http.ratelimit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The operation is limited by the named policy instead of the default one for reads or writes. The policy is configured
 * under {@code mainstay.rate-limits.<name>}; a name without a policy ends the start.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface RateLimited {
    String value();
}
