package dev.mainstay.bootstrap.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** The letters that a server under test has written to its mail file. */
public record MailBox(Path file) {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** The code in the latest letter to the address that has one, waiting for a letter if there is none yet. */
    public String codeFor(String email) {
        return codeAfter("", email);
    }

    /** The code in the latest letter to the address, waiting until it is another than an earlier one. */
    public String codeAfter(String earlier, String email) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        do {
            var code = latestCode(email).filter(latest -> !latest.equals(earlier));
            if (code.isPresent()) {
                return code.get();
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        } while (System.nanoTime() < end);
        throw new AssertionError("no letter with a new code for " + email + " in " + text());
    }

    private Optional<String> latestCode(String email) {
        var letter = Pattern.compile("To: " + Pattern.quote(email) + "\n.*?: (\\w{4}-\\w{4})\n.*?\n--", Pattern.DOTALL);
        return letter.matcher(text()).results().map(found -> found.group(1)).reduce((one, later) -> later);
    }

    /** All letters. */
    public String text() {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
