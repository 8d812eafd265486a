package dev.mainstay.bootstrap.coherence.usual;

import io.micronaut.cache.annotation.CacheConfig;
import io.micronaut.cache.annotation.CacheInvalidate;
import io.micronaut.cache.annotation.Cacheable;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** Cached by Micronaut's annotations on micronaut-redis, as its guide shows: evicted when the write has been committed. */
@Singleton
@CacheConfig("notes")
@Requires(property = Notes.KIND, value = "annotations")
class AnnotatedNotes implements Notes {

    private final PostgresNotes facts;

    AnnotatedNotes(PostgresNotes facts) {
        this.facts = facts;
    }

    @Override
    @Cacheable
    public Note find(long id) {
        return facts.find(id);
    }

    @Override
    @CacheInvalidate(parameters = "id")
    public boolean replace(long id, long expected, String text) {
        return facts.replace(id, expected, text);
    }
}
