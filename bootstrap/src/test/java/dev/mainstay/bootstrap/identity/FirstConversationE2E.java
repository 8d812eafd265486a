package dev.mainstay.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.bootstrap.harness.MainstayServer;
import org.junit.jupiter.api.Test;

class FirstConversationE2E {

    private final MainstayServer server = MainstayServer.shared();

    @Test
    void whoever_registers_and_verifies_can_log_in_and_see_their_profile() {
        var user = server.newUser();

        assertThat(user.api().get("/api/v1/me").expect(200).text("email")).isEqualTo(user.email());
    }

    @Test
    void without_a_token_there_is_nothing_to_see() {
        server.api().get("/api/v1/me").expect(401);
    }
}
