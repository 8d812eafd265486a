package dev.mainstay.bootstrap.start;

import dev.mainstay.bootstrap.harness.BesideOthers;
import dev.mainstay.bootstrap.harness.MainstayServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A feature that is switched off is not there, and the others do not miss it. */
@BesideOthers
class FeatureSwitchesE2E {

    @ParameterizedTest
    @CsvSource({"FEATURE_FOCUS, /api/v1/focus", "FEATURE_HOME, /api/v1/home", "FEATURE_PLANNER, /api/v1/tasks"})
    void one_is_switched_off(String variable, String path) {
        try (var server = MainstayServer.start(Map.of(variable, "false"))) {
            var user = server.newUser();
            user.api().get(path).expect(404);
            user.api().get("/api/v1/me").expect(200);
        }
    }

    @Test
    void identity_stands_alone() {
        var all = Map.of(
                "FEATURE_PLANNER", "false",
                "FEATURE_FOCUS", "false",
                "FEATURE_HOME", "false",
                "FEATURE_FINANCE", "false",
                "FEATURE_PLANS", "false");
        try (var server = MainstayServer.start(all)) {
            var user = server.newUser();
            user.api().get("/api/v1/tasks").expect(404);
            user.api().get("/api/v1/home").expect(404);
            user.api().get("/api/v1/subscription").expect(404);
            user.api().get("/api/v1/finance/budgets").expect(404);
            user.api().get("/api/v1/me").expect(200);
        }
    }
}
