package dev.mainstay.bootstrap.identity;

import dev.mainstay.application.identity.CodeDelivery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** For development: appends letters to a file that its owner alone may read, and says in the log that it did, never what. */
final class MailFile implements CodeDelivery {

    private static final Logger log = LoggerFactory.getLogger(MailFile.class);

    private final Path file;
    private final InstantSource clock;

    MailFile(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    @Override
    public synchronized void deliver(Mail mail) {
        LetterText text = LetterText.of(mail);
        String letter = """
                To: %s
                Date: %s
                Subject: %s

                %s
                --
                """.formatted(mail.to().email().value(), clock.instant(), text.subject(), text.body());
        try {
            if (Files.notExists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                var ownerOnly = PosixFilePermissions.fromString("rw-------");
                Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
            }
            Files.writeString(file, letter, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new Undelivered("the mail file " + file + " cannot be written", failure);
        }
        log.info("letter_written kind={} file={}", mail.kind(), file);
    }
}
