package dev.mainstay.http.guard;

import dev.mainstay.application.identity.Caller;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Hands the caller, as the guard found them, to controllers that take a {@link Caller}. */
@Singleton
final class CallerBinder implements TypedRequestArgumentBinder<Caller> {

    static final String ATTRIBUTE = "mainstay.caller";

    @Override
    public Argument<Caller> argumentType() {
        return Argument.of(Caller.class);
    }

    @Override
    public BindingResult<Caller> bind(ArgumentConversionContext<Caller> context, HttpRequest<?> source) {
        return () -> caller(source);
    }

    static Optional<Caller> caller(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE).map(Caller.class::cast);
    }
}
