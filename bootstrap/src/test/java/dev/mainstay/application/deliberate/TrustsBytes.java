package dev.mainstay.application.deliberate;

import dev.mainstay.bootstrap.architecture.Violates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;

@Violates("nothing_is_serialized_the_java_way")
final class TrustsBytes {
    private TrustsBytes() {}

    @SuppressWarnings("BanSerializableRead") // On purpose.
    static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
        try (var stream = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return stream.readObject();
        }
    }
}
