package dev.mainstay.redis.connection;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** A small Lua script on one key, called by its digest, and by its text where Redis does not know it (yet, or any more). */
final class Script {

    private final String text;
    private final String digest;
    private final ScriptOutputType output;

    private Script(String text, ScriptOutputType output) {
        this.text = text;
        this.digest = RedisWrites.fingerprint(text.getBytes(StandardCharsets.UTF_8));
        this.output = output;
    }

    static Script returningNumber(String text) {
        return new Script(text, ScriptOutputType.INTEGER);
    }

    static Script returningNumbers(String text) {
        return new Script(text, ScriptOutputType.MULTI);
    }

    <T> CompletionStage<T> run(RedisAsyncCommands<String, byte[]> commands, String key, byte[]... arguments) {
        String[] keys = {key};
        return commands.<T>evalsha(digest, output, keys, arguments)
                .exceptionallyCompose(failure -> isUnknown(failure)
                        ? commands.<T>eval(text, output, keys, arguments)
                        : CompletableFuture.failedFuture(failure));
    }

    private static boolean isUnknown(Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        return cause instanceof RedisNoScriptException;
    }
}
