package dev.mainstay.http.identity;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.mainstay.application.identity.ExportOwnedData.Sink;
import dev.mainstay.http.json.RecordJson;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An export on its way: one thread reads the facts and writes JSON, the other sends it, and only a pipe's worth lies between them. What
 * fails before the first byte is an error of the request; what fails later breaks the connection off, so that half an export never looks
 * whole.
 */
public final class StreamedExport implements Sink {

    private static final Logger log = LoggerFactory.getLogger(StreamedExport.class);
    private static final int PIPE = 64 * 1024;
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;
    private boolean inSection;

    private StreamedExport(OutputStream out) throws IOException {
        this.json = JSON.createGenerator(out);
    }

    public static InputStream start(Consumer<Sink> export) throws IOException {
        var in = new PipedInputStream(PIPE);
        var out = new PipedOutputStream(in);
        var done = new CompletableFuture<Void>();
        Thread.ofVirtual().name("export").start(() -> {
            try {
                write(export, out);
                done.complete(null);
            } catch (RuntimeException | IOException failure) {
                log.warn("export_broken_off", failure);
                done.completeExceptionally(failure);
                closeQuietly(out);
            }
        });
        int first = in.read();
        if (first < 0) {
            rethrow(done);
        }
        var sent = new PushbackInputStream(new Whole(in, done), 1);
        sent.unread(first);
        return sent;
    }

    private static void write(Consumer<Sink> export, OutputStream out) throws IOException {
        var sink = new StreamedExport(out);
        export.accept(sink);
        sink.end();
    }

    private static void closeQuietly(OutputStream out) {
        try {
            out.close();
        } catch (IOException readerGone) {
            log.debug("export_reader_gone", readerGone);
        }
    }

    /** Waits for the writer, which has ended or is about to, and fails as it did. */
    private static void rethrow(CompletableFuture<Void> done) throws IOException {
        try {
            done.join();
        } catch (CompletionException failure) {
            switch (failure.getCause()) {
                case RuntimeException cause -> throw cause;
                case IOException cause -> throw cause;
                case null, default -> throw failure;
            }
        }
    }

    /** Ends only if the writer has come to its own end; else it breaks. */
    private static final class Whole extends FilterInputStream {

        private final CompletableFuture<Void> done;

        Whole(InputStream in, CompletableFuture<Void> done) {
            super(in);
            this.done = done;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            return read < 0 ? end() : read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            return read < 0 ? end() : read;
        }

        private int end() throws IOException {
            try {
                done.join();
            } catch (CompletionException failure) {
                throw new IOException("the export broke off", failure);
            }
            return -1;
        }
    }

    @Override
    public void section(String name) {
        unchecked(() -> {
            if (inSection) {
                json.writeEndArray();
            } else {
                json.writeStartObject();
            }
            inSection = true;
            json.writeArrayFieldStart(name);
        });
    }

    @Override
    public void row(Object row) {
        unchecked(() -> RecordJson.write(json, row));
    }

    private void end() throws IOException {
        if (inSection) {
            json.writeEndArray();
        } else {
            json.writeStartObject();
        }
        json.writeEndObject();
        json.close();
    }

    private static void unchecked(Writing writing) {
        try {
            writing.run();
        } catch (IOException clientGone) {
            throw new UncheckedIOException(clientGone);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }
}
