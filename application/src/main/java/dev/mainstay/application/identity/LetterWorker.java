package dev.mainstay.application.identity;

import dev.mainstay.application.jobs.WakeUps;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends letters for as long as the instance runs: at once when woken, and every few seconds for wake-ups that were lost (G16). */
public final class LetterWorker implements Runnable {

    static final String QUEUE = "letters";

    private static final Logger log = LoggerFactory.getLogger(LetterWorker.class);
    private static final Duration POLL = Duration.ofSeconds(5);

    private final SendLetters letters;
    private final WakeUps wakeUps;

    public LetterWorker(SendLetters letters, WakeUps wakeUps) {
        this.letters = letters;
        this.wakeUps = wakeUps;
    }

    /** Works until the thread is interrupted. */
    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                sendAll();
                wakeUps.await(QUEUE, POLL);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends what is due; a broken database or mail server is no reason to stop working. */
    private void sendAll() {
        try {
            boolean more = true;
            while (more && !Thread.currentThread().isInterrupted()) {
                more = letters.next();
            }
        } catch (RuntimeException failure) {
            log.warn("letters_interrupted", failure);
        }
    }
}
