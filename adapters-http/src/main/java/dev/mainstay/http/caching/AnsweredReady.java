package dev.mainstay.http.caching;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The answer to the GET operation may lie ready in the cache under this name ({@link ReadyAnswer}). If it does, the guard gives it to the
 * caller it has let through, and the controller is not reached.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AnsweredReady {
    String value();
}
