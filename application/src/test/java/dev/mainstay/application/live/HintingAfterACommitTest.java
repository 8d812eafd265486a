package dev.mainstay.application.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.KeyModule;
import dev.mainstay.application.live.LiveChannels.LiveHint;
import dev.mainstay.domain.event.DomainEvent;
import dev.mainstay.domain.identity.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HintingAfterACommitTest {

    private record Moved(UserId owner) implements DomainEvent {}

    private record Renamed(UserId owner) implements DomainEvent {}

    private static final CachedView<UserId, String> PLACE = CachedView.of(
                    KeyModule.CACHE,
                    "place",
                    "user",
                    (UserId user) -> user.value().toString(),
                    String.class)
            .invalidatedBy(Moved.class, Moved::owner);
    private static final CachedView<UserId, String> CARD = CachedView.of(
                    KeyModule.CACHE,
                    "card",
                    "user",
                    (UserId user) -> user.value().toString(),
                    String.class)
            .invalidatedBy(Moved.class, Moved::owner)
            .invalidatedBy(Renamed.class, Renamed::owner);

    private final LocalLiveChannels channels = new LocalLiveChannels();
    private final LiveHints hints =
            new LiveHints(channels, List.of(new LiveTopic("place", PLACE), new LiveTopic("card", CARD)));
    private final UserId ann = new UserId(new UUID(0, 1));
    private final UserId bob = new UserId(new UUID(0, 2));

    @Test
    void each_view_that_became_untrue_is_hinted_at_once_to_its_owner_alone() {
        var heard = new ArrayList<LiveHint>();
        var ofAnn = channels.subscribe(ann, heard::add);
        hints.committed(List.of(new Moved(ann), new Moved(ann), new Moved(bob), new Renamed(ann)));
        ofAnn.close();

        assertThat(heard).containsExactly(new LiveHint(ann, "place"), new LiveHint(ann, "card"));
    }
}
