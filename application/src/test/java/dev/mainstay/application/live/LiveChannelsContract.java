package dev.mainstay.application.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.live.LiveChannels.LiveHint;
import dev.mainstay.domain.identity.UserId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every {@link LiveChannels} does for the listeners of its own instance, and for another's where it reaches them. */
public abstract class LiveChannelsContract {

    private final UserId user = new UserId(UUID.randomUUID());
    private final LiveHint hint = new LiveHint(user, "focus");
    private final List<LiveHint> heard = new CopyOnWriteArrayList<>();

    protected abstract LiveChannels channels();

    /** The same channels as another instance has them; by default those of this one. */
    protected LiveChannels anotherInstance() {
        return channels();
    }

    @Test
    void a_listener_hears_each_hint_for_its_user_once() {
        channels().subscribe(user, heard::add);

        channels().publish(hint);
        channels().publish(new LiveHint(user, "home"));

        assertThat(heard).containsExactly(hint, new LiveHint(user, "home"));
    }

    @Test
    void a_listener_hears_nothing_for_others() {
        channels().subscribe(user, heard::add);

        channels().publish(new LiveHint(new UserId(UUID.randomUUID()), "focus"));

        assertThat(heard).isEmpty();
    }

    @Test
    void publishing_to_nobody_is_fine() {
        channels().publish(hint);

        assertThat(heard).isEmpty();
    }

    @Test
    void two_subscriptions_with_one_listener_are_two() {
        Consumer<LiveHint> listener = heard::add;
        channels().subscribe(user, listener);
        var second = channels().subscribe(user, listener);

        channels().publish(hint);
        second.close();
        channels().publish(hint);

        assertThat(heard).hasSize(3);
    }

    @Test
    void a_closed_subscription_hears_nothing_more_and_may_be_closed_again() {
        var closed = channels().subscribe(user, heard::add);
        closed.close();
        var open = channels().subscribe(user, heard::add);
        closed.close();

        channels().publish(hint);

        assertThat(heard).containsExactly(hint);
        open.close();
    }

    @Test
    void a_listener_that_fails_keeps_none_from_the_others() {
        channels().subscribe(user, broken -> {
            throw new IllegalStateException("broken pipe");
        });
        channels().subscribe(user, heard::add);

        channels().publish(hint);

        assertThat(heard).containsExactly(hint);
    }

    @Test
    void a_listener_on_another_instance_hears_it_too() throws InterruptedException {
        BlockingQueue<LiveHint> far = new LinkedBlockingQueue<>();
        try (var subscription = anotherInstance().subscribe(user, far::add)) {
            LiveHint arrived = null;
            // A hint may be lost while the subscription is on its way; it may be sent again at will.
            for (int attempt = 0; attempt < 100 && arrived == null; attempt++) {
                channels().publish(hint);
                arrived = far.poll(100, TimeUnit.MILLISECONDS);
            }
            assertThat(arrived).isEqualTo(hint);
            assertThat(subscription).isNotNull();
        }
    }
}
