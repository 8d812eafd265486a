package dev.mainstay.http.ratelimit;

import dev.mainstay.application.ratelimit.RatePolicy;
import dev.mainstay.application.ratelimit.RatePolicy.Window;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.convert.format.MapFormat;
import io.micronaut.core.convert.format.MapFormat.MapTransformation;
import io.micronaut.core.naming.conventions.StringConvention;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The configured policies by name, such as {@code mainstay.rate-limits.read=600/1m, 12000/1h}. */
@Context
final class RatePolicies {

    private static final Pattern WINDOW = Pattern.compile("\\s*([1-9][0-9]{0,8})/([1-9][0-9]{0,3})([smhd])\\s*");

    private final Map<String, RatePolicy> policies;

    RatePolicies(
            @Property(name = "mainstay.rate-limits")
                    @MapFormat(transformation = MapTransformation.FLAT, keyFormat = StringConvention.RAW)
                    Map<String, String> configured) {
        var parsed = new HashMap<String, RatePolicy>();
        configured.forEach((name, windows) -> parsed.put(name, parse(name, windows)));
        this.policies = Map.copyOf(parsed);
    }

    RatePolicy named(String name) {
        @Nullable RatePolicy policy = policies.get(name);
        if (policy == null) {
            throw new IllegalStateException("no rate limit is configured as mainstay.rate-limits." + name);
        }
        return policy;
    }

    private static RatePolicy parse(String name, String windows) {
        return new RatePolicy(
                name,
                Arrays.stream(windows.split(",", -1))
                        .map(window -> window(name, window))
                        .sorted(Comparator.comparing(Window::length))
                        .toList());
    }

    private static Window window(String name, String text) {
        var matcher = WINDOW.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalStateException(
                    "mainstay.rate-limits." + name + " must be like '600/1m, 12000/1h', was '" + text + "'");
        }
        long count = Long.parseLong(matcher.group(2));
        Duration length = switch (matcher.group(3)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
        return new Window(Integer.parseInt(matcher.group(1)), length);
    }
}
