package dev.mainstay.bootstrap.ground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.bootstrap.harness.MainstayServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.order.OrderUtil;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.qualifiers.Qualifiers;
import org.junit.jupiter.api.Test;

class RedisAtTheStartE2E {

    @Test
    void is_waited_for_before_anything_else_happens_at_the_start() {
        var listeners = MainstayServer.shared()
                .bean(ApplicationContext.class)
                .getBeansOfType(
                        Argument.of(ApplicationEventListener.class),
                        Qualifiers.byTypeArgumentsClosest(StartupEvent.class));

        assertThat(listeners).hasSizeGreaterThan(2);
        assertThat(listeners.stream().sorted(OrderUtil.COMPARATOR).findFirst())
                .containsInstanceOf(RedisAtTheStart.class);
    }
}
