package dev.mainstay.bootstrap.coherence.usual;

import io.lettuce.core.RedisException;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cached by hand: looked up, else loaded and stored; deleted when the write has been committed. Whatever Redis fails at is logged, and that is all. */
@Singleton
@Requires(property = Notes.KIND, value = "cache-aside")
final class CacheAsideNotes implements Notes {

    private static final Logger log = LoggerFactory.getLogger(CacheAsideNotes.class);

    private final PostgresNotes facts;
    private final RedisCommands<String, String> redis;

    CacheAsideNotes(PostgresNotes facts, StatefulRedisConnection<String, String> connection) {
        this.facts = facts;
        this.redis = connection.sync();
    }

    @Override
    public Note find(long id) {
        @Nullable Note cached = cached(id);
        if (cached != null) {
            return cached;
        }
        Note note = facts.find(id);
        store(note);
        return note;
    }

    private @Nullable Note cached(long id) {
        try {
            @Nullable String value = redis.get(key(id));
            if (value == null) {
                return null;
            }
            int colon = value.indexOf(':');
            return new Note(id, Long.parseLong(value.substring(0, colon)), value.substring(colon + 1));
        } catch (RedisException away) {
            log.debug("not_looked_up", away);
            return null;
        }
    }

    private void store(Note note) {
        try {
            redis.set(key(note.id()), note.version() + ":" + note.text(), SetArgs.Builder.ex(NotesServer.TTL));
        } catch (RedisException away) {
            log.debug("not_stored", away);
        }
    }

    @Override
    public boolean replace(long id, long expected, String text) {
        boolean replaced = facts.replace(id, expected, text);
        try {
            redis.del(key(id));
        } catch (RedisException away) {
            log.debug("not_deleted", away);
        }
        return replaced;
    }

    private static String key(long id) {
        return "note:" + id;
    }
}
