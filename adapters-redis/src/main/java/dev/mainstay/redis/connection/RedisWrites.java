package dev.mainstay.redis.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.mainstay.redis.connection.RequestBudget.Purpose;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Every command of Mainstay that changes something in Redis. Each sets the TTL of what it writes in the same command (G4), and is
 * safe to arrive late: what it writes depends on what lies at the key then.
 */
public final class RedisWrites {

    private final RedisConnection connection;

    public RedisWrites(RedisConnection connection) {
        this.connection = connection;
    }

    /** How the attempt to take a fill lease went. */
    public enum Leased {
        /** It is this reader's. */
        TAKEN,
        /** Something lies at the key by now. */
        REFUSED,
        /** It is this reader's, but the marker of the incarnation is gone: Redis has forgotten, and nothing may be stored. */
        UNMARKED
    }

    /** Takes the fill lease of an absent key, and reads the marker behind it in the same round trip. */
    public Leased lease(Marker marker, String key, String token, Duration ttl) {
        byte[] lease = ascii("L" + token);
        return connection.askOf(marker.runId(), "lease", commands -> {
            var taken = commands.set(key, lease, SetArgs.Builder.nx().px(ttl.toMillis()));
            // Behind the lease: a flush that takes the marker later takes the lease along.
            return taken.thenCombine(marked(commands, marker), (answer, there) -> leased("OK".equals(answer), there));
        });
    }

    /** As {@link #lease}, of a key whose value cannot be used, if just that still lies there: see {@link #fingerprint}. */
    public Leased leaseOver(Marker marker, String key, String token, Duration ttl, String fingerprint) {
        // One after the other: a script that Redis does not know yet runs at the second try.
        return connection.askOf(
                marker.runId(),
                "lease_over",
                commands -> Scripts.LEASE_OVER
                        .<Long>run(commands, key, ascii(token), millis(ttl), ascii(fingerprint))
                        .thenCompose(taken -> marked(commands, marker).thenApply(there -> leased(taken == 1, there))));
    }

    private static Leased leased(boolean taken, boolean marked) {
        return !taken ? Leased.REFUSED : marked ? Leased.TAKEN : Leased.UNMARKED;
    }

    private static CompletionStage<Boolean> marked(RedisAsyncCommands<String, byte[]> commands, Marker marker) {
        return commands.get(marker.key())
                .thenApply(there -> there != null && new String(there, US_ASCII).equals(marker.value()));
    }

    /**
     * Where the marker of an incarnation lies.
     *
     * @param runId the life of the server that it lies in
     */
    public record Marker(String runId, String key, String value) {}

    /** Marks the data as those of an incarnation; only ever once, by whoever put it in force. */
    public CompletableFuture<Boolean> mark(Marker marker, Duration ttl) {
        return connection.sendTo(
                marker.runId(),
                commands -> commands.set(marker.key(), ascii(marker.value()), SetArgs.Builder.px(ttl.toMillis()))
                        .thenApply("OK"::equals));
    }

    /** Whether the marker lies there; if so, it will for so long. */
    public CompletableFuture<Boolean> keepMarked(Marker marker, Duration ttl) {
        return connection.sendTo(
                marker.runId(),
                commands -> Scripts.KEEP_MARKED
                        .<Long>run(commands, marker.key(), ascii(marker.value()), millis(ttl))
                        .thenApply(kept -> kept == 1));
    }

    /** Stores a value, if the lease is still this reader's; waits to hear of it only as long as the budget allows. */
    public boolean fill(String runId, String key, String token, byte[] value, Duration ttl) {
        CompletableFuture<Long> filled =
                connection.sendTo(runId, commands -> Scripts.FILL.run(commands, key, ascii(token), value, millis(ttl)));
        return connection.await("fill", Purpose.OTHER, filled) == 1;
    }

    /** Gives the lease back unused, if it is still this reader's. Does not wait: it expires anyway. */
    public CompletableFuture<Long> release(String runId, String key, String token) {
        return connection.sendTo(runId, commands -> Scripts.RELEASE.run(commands, key, ascii(token)));
    }

    /** Adds the writer's token to the fence of each key, in one round trip; past the breaker. */
    public void raise(String runId, Collection<String> keys, String token, Duration ttl) {
        connection.requireBudget(Purpose.FENCE);
        connection.await("raise", Purpose.FENCE, raiseAgain(runId, keys, token, ttl));
    }

    /** As {@link #raise}, without waiting: for a writer whose commit takes long. */
    public CompletableFuture<Boolean> raiseAgain(String runId, Collection<String> keys, String token, Duration ttl) {
        var answers = new ArrayList<CompletableFuture<Long>>(keys.size());
        for (String key : keys) {
            answers.add(connection.sendAnyway(
                    runId, commands -> Scripts.RAISE.run(commands, key, ascii(token), millis(ttl))));
        }
        return all(answers);
    }

    /**
     * Removes the writer's token from each key, in one round trip; the last one out deletes the key. Where the token is gone and no
     * other stands, it deletes whatever is there. Waits only as long as the budget allows.
     *
     * @throws RedisUnavailable if it is not known to be done
     */
    public void lower(Collection<String> keys, String token) {
        connection.await(
                "lower",
                Purpose.FENCE,
                all(keys.stream()
                        .map(key -> connection.<Long>send(commands -> Scripts.LOWER.run(commands, key, ascii(token))))
                        .toList()));
    }

    /** As {@link #lower}, without waiting, in one life of the server: as many as there are. */
    public CompletableFuture<Boolean> lowerEach(String runId, Collection<Raised> fences) {
        return all(fences.stream()
                .map(fence -> connection.<Long>sendTo(
                        runId, commands -> Scripts.LOWER.run(commands, fence.key(), ascii(fence.token()))))
                .toList());
    }

    /** A writer's token that may stand in a fence at the key. */
    public record Raised(String key, String token) {}

    /** Counts one use in every window, or in none; see {@link Scripts#COUNT} for arguments and answer. */
    public List<Long> count(String key, List<byte[]> arguments) {
        return connection.<List<Long>>ask(
                "count", commands -> Scripts.COUNT.run(commands, key, arguments.toArray(byte[][]::new)));
    }

    /** As {@link #count}, and keeps no thread waiting. */
    public CompletableFuture<List<Long>> countSoon(String key, List<byte[]> arguments) {
        return connection.soon("count", commands -> Scripts.COUNT.run(commands, key, arguments.toArray(byte[][]::new)));
    }

    /** Publishes and does not wait. */
    public CompletableFuture<Long> publish(String channel, byte[] message) {
        return connection.send(commands -> commands.publish(channel, message));
    }

    private static CompletableFuture<Boolean> all(Collection<CompletableFuture<Long>> answers) {
        return CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new))
                .thenApply(nothing -> true);
    }

    private static byte[] millis(Duration ttl) {
        return ascii(Long.toString(Math.max(1, ttl.toMillis())));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }

    /** Names some bytes without sending them all back: their SHA-1, in lowercase hex as Redis writes it. */
    public static String fingerprint(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-1", impossible);
        }
    }
}
