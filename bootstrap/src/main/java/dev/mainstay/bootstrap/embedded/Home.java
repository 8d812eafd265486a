package dev.mainstay.bootstrap.embedded;

import dev.mainstay.bootstrap.configuration.Misconfigured;
import dev.mainstay.bootstrap.configuration.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The directory of everything that is kept beside the application ({@code .mainstay}): the data of embedded servers and generated
 * secrets. One process at a time holds it; the operating system lets go of the lock when that process dies, however it dies.
 */
public final class Home implements AutoCloseable {

    private final Path directory;
    private final FileChannel lock;

    private Home(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /**
     * Makes the directory if need be and takes it for this process.
     *
     * @throws Misconfigured if another process holds it or it cannot be written
     */
    public static Home take(Path directory) {
        try {
            Files.createDirectories(directory);
            var channel =
                    FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new Misconfigured("Another Mainstay is running on the data in " + directory
                        + "; stop it, or set MAINSTAY_HOME to another directory.");
            }
            return new Home(directory, channel);
        } catch (IOException unusable) {
            throw new Misconfigured(
                    "The data directory " + directory + " cannot be used (" + unusable.getMessage()
                            + "); make it writable, or set MAINSTAY_HOME to another one.",
                    unusable);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    Path directory(String name) {
        return directory.resolve(name);
    }

    /** A secret of that name, made at first use and readable by its owner alone. */
    public Secret secret(String name) {
        return Secret.generated(text(name, 48));
    }

    /** Random text of that name, made at first use and readable by its owner alone. */
    public String text(String name, int bytes) {
        Path file = directory.resolve(name);
        try {
            if (!Files.exists(file)) {
                var random = new byte[bytes];
                new SecureRandom().nextBytes(random);
                var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
                Path written = Files.createTempFile(directory, name, ".new", ownerOnly);
                Files.writeString(
                        written, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
                Files.move(written, file);
            }
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
