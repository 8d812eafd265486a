package dev.mainstay.http.plans;

import dev.mainstay.domain.plans.Entitlement;
import dev.mainstay.domain.plans.Limit;
import dev.mainstay.domain.refusal.Invalid;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a plan allows, by the names that clients write. */
final class AllowanceJson {

    private AllowanceJson() {}

    static Map<String, Long> names(Map<Limit, Long> limits) {
        var names = new TreeMap<String, Long>();
        limits.forEach((limit, most) -> names.put(limit.name(), most));
        return names;
    }

    /** @throws Invalid naming a limit that there is not, or one without a number */
    static Map<Limit, Long> limits(Map<String, @Nullable Long> names) {
        var limits = new EnumMap<Limit, Long>(Limit.class);
        names.forEach((name, most) -> {
            if (most == null) {
                throw new Invalid("limits." + name, "missing", "must be a number");
            }
            limits.put(limit(name), most);
        });
        return limits;
    }

    private static Limit limit(String name) {
        return Arrays.stream(Limit.values())
                .filter(limit -> limit.name().equals(name))
                .findAny()
                .orElseThrow(() -> new Invalid(
                        "limits", "unknown_limit", "must be named one of " + Arrays.toString(Limit.values())));
    }

    /** @throws Invalid if one is null */
    static Set<Entitlement> entitlements(List<@Nullable Entitlement> list) {
        var set = EnumSet.noneOf(Entitlement.class);
        for (int i = 0; i < list.size(); i++) {
            var entitlement = list.get(i);
            if (entitlement == null) {
                throw new Invalid("entitlements[" + i + ']', "missing", "must not be null");
            }
            set.add(entitlement);
        }
        return set;
    }
}
