package dev.mainstay.bootstrap.configuration;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Environment variables by name; an empty one counts as not set. */
final class Variables {

    private final Map<String, String> environment;

    Variables(Map<String, String> environment) {
        this.environment = environment;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** In capitals or not. */
    void requireOneOf(String name, List<String> values) {
        text(name)
                .filter(set -> values.stream().noneMatch(set::equalsIgnoreCase))
                .ifPresent(other -> {
                    throw new Misconfigured(
                            "%s must be one of %s, not '%s'.".formatted(name, String.join(", ", values), other));
                });
    }

    int number(String name, int otherwise, int least, int most) {
        return text(name).map(value -> number(name, value, least, most)).orElse(otherwise);
    }

    private static int number(String name, String value, int least, int most) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw new Misconfigured(outOfRange(name, value, least, most), notANumber);
        }
        throw new Misconfigured(outOfRange(name, value, least, most));
    }

    private static String outOfRange(String name, String value, int least, int most) {
        return "%s must be a whole number from %d to %d, not '%s'.".formatted(name, least, most, value);
    }

    boolean flag(String name, boolean otherwise) {
        return text(name)
                .map(value -> switch (value) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new Misconfigured("%s must be true or false, not '%s'.".formatted(name, value));
                })
                .orElse(otherwise);
    }
}
