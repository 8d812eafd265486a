package dev.mainstay.application.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.domain.identity.UserId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LocalLiveChannelsTest extends LiveChannelsContract {

    private final LocalLiveChannels channels = new LocalLiveChannels();

    @Override
    protected LiveChannels channels() {
        return channels;
    }

    @Test
    void a_user_whom_nobody_listens_for_any_more_is_forgotten() {
        var user = new UserId(UUID.randomUUID());
        var subscription = channels.subscribe(user, hint -> {});
        assertThat(channels.hasListeners(user)).isTrue();

        subscription.close();

        assertThat(channels.hasListeners(user)).isFalse();
    }
}
