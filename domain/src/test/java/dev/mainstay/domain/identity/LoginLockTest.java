package dev.mainstay.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoginLockTest {

    @Test
    void four_failures_are_free_and_then_the_lock_doubles_up_to_its_longest() {
        assertThat(LoginLock.after(4)).isEmpty();
        assertThat(LoginLock.after(5)).contains(Duration.ofSeconds(30));
        assertThat(LoginLock.after(6)).contains(Duration.ofSeconds(60));
        assertThat(LoginLock.after(9)).contains(Duration.ofMinutes(8));
        assertThat(LoginLock.after(10)).contains(LoginLock.LONGEST);
        assertThat(LoginLock.after(Integer.MAX_VALUE)).contains(LoginLock.LONGEST);
    }
}
