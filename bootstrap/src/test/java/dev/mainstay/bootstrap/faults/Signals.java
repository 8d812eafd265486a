package dev.mainstay.bootstrap.faults;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Sends signals that Java has no method for. */
public final class Signals {

    private Signals() {}

    /** As {@code kill -STOP} and {@code kill -CONT} do. */
    public static void send(String signal, ProcessHandle process) {
        try {
            int code = new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill -" + signal + " ended with " + code);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
