package dev.mainstay.redis.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.mainstay.redis.connection.RequestBudget.Purpose;
import io.lettuce.core.SetArgs;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Every command of Mainstay that changes something in Redis. Each sets the TTL of what it writes in the same command (G4), and is
 * safe to arrive late: what it writes depends on what lies at the key then.
 */
public final class RedisWrites {

    private final RedisConnection connection;

    public RedisWrites(RedisConnection connection) {
        this.connection = connection;
    }

    /** Takes the fill lease of an absent key. */
    public boolean lease(String key, String token, Duration ttl) {
        byte[] lease = ascii("L" + token);
        return "OK"
                .equals(connection.ask(
                        "lease",
                        commands -> commands.set(
                                        key, lease, SetArgs.Builder.nx().px(ttl.toMillis()))
                                .thenApply(answer -> answer == null ? "" : answer)));
    }

    /** Takes the fill lease of a key whose value cannot be used, if just that still lies there: see {@link #fingerprint}. */
    public boolean leaseOver(String key, String token, Duration ttl, String fingerprint) {
        return 1
                == connection.<Long>ask(
                        "lease_over",
                        commands ->
                                Scripts.LEASE_OVER.run(commands, key, ascii(token), millis(ttl), ascii(fingerprint)));
    }

    /** Stores a value, if the lease is still this reader's. */
    public boolean fill(String key, String token, byte[] value, Duration ttl) {
        return 1
                == connection.<Long>ask(
                        "fill", commands -> Scripts.FILL.run(commands, key, ascii(token), value, millis(ttl)));
    }

    /** Gives the lease back unused, if it is still this reader's. Does not wait: it expires anyway. */
    public CompletableFuture<Long> release(String key, String token) {
        return connection.send(commands -> Scripts.RELEASE.run(commands, key, ascii(token)));
    }

    /** Adds the writer's token to the fence of each key, in one round trip. */
    public void raise(Collection<String> keys, String token, Duration ttl) {
        connection.requireBudget(Purpose.FENCE);
        var answers = new ArrayList<CompletableFuture<Long>>(keys.size());
        for (String key : keys) {
            answers.add(
                    connection.sendForFence(commands -> Scripts.RAISE.run(commands, key, ascii(token), millis(ttl))));
        }
        connection.await("raise", Purpose.FENCE, all(answers));
    }

    /**
     * Removes the writer's token from each key, in one round trip; the last one out deletes the key. Where the token is gone and no
     * other stands, it deletes whatever is there.
     *
     * @return done when every key is lowered, and waited for only as long as the budget allows
     */
    public CompletableFuture<Boolean> lower(Collection<String> keys, String token) {
        var lowered = all(keys.stream()
                .map(key -> connection.<Long>sendForFence(commands -> Scripts.LOWER.run(commands, key, ascii(token))))
                .toList());
        try {
            return CompletableFuture.completedFuture(connection.await("lower", Purpose.FENCE, lowered));
        } catch (RedisUnavailable unavailable) {
            return switch (unavailable.reason()) {
                case TIMEOUT, BUDGET, INTERRUPTED -> lowered;
                case OPEN, DISCONNECTED, ERROR -> CompletableFuture.failedFuture(unavailable);
            };
        }
    }

    /** As {@link #lower}, past the breaker, for the background: each key with the token that may stand there. */
    public CompletableFuture<Boolean> lowerInBackground(Map<String, String> tokens) {
        var lowered = new ArrayList<CompletableFuture<Long>>(tokens.size());
        tokens.forEach((key, token) ->
                lowered.add(connection.sendAnyway(commands -> Scripts.LOWER.run(commands, key, ascii(token)))));
        return all(lowered);
    }

    /** Counts one use in every window, or in none; see {@code count.lua} for arguments and answer. */
    public List<Long> count(String key, List<byte[]> arguments) {
        return connection.<List<Long>>ask(
                "count", commands -> Scripts.COUNT.run(commands, key, arguments.toArray(byte[][]::new)));
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
