package dev.mainstay.bootstrap.coherence.mainstay;

import dev.mainstay.bootstrap.Mainstay;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Mainstay, whose clock is wrong by as many seconds as the last line of its standard input says. */
public final class MainstayWithAJumpingClock {

    private MainstayWithAJumpingClock() {}

    public static void main(String[] arguments) throws InterruptedException {
        Thread.ofPlatform().daemon().name("clock").start(MainstayWithAJumpingClock::listen);
        Mainstay.main(arguments);
    }

    private static void listen() {
        try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            lines.lines().map(Long::parseLong).map(Duration::ofSeconds).forEach(JumpingClock::jump);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
