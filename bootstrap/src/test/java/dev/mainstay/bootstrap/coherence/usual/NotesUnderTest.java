package dev.mainstay.bootstrap.coherence.usual;

import dev.mainstay.bootstrap.coherence.SystemUnderTest;
import dev.mainstay.bootstrap.coherence.history.FactHistory;
import dev.mainstay.bootstrap.coherence.history.IntervalChecker;
import dev.mainstay.bootstrap.coherence.history.Sighting;
import dev.mainstay.bootstrap.coherence.load.ConditionalWrites;
import dev.mainstay.bootstrap.coherence.load.ReadOperation;
import dev.mainstay.bootstrap.coherence.load.Requests;
import dev.mainstay.bootstrap.coherence.load.Response;
import dev.mainstay.bootstrap.coherence.load.Workload;
import dev.mainstay.bootstrap.coherence.load.WriteOperation;
import dev.mainstay.bootstrap.coherence.servers.Instance;
import dev.mainstay.bootstrap.coherence.servers.Launch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Notes as the system under test: two writers race on each, and readers ask for them out of the cache, and sometimes past it. */
public final class NotesUnderTest implements SystemUnderTest {

    private static final int CACHED_READS_TO_ONE_PAST_THE_CACHE = 4;

    private final String name;
    private final String kind;

    private NotesUnderTest(String name, String kind) {
        this.name = name;
        this.kind = kind;
    }

    /** Cached by {@code @Cacheable} and evicted by {@code @CacheInvalidate}. */
    public static NotesUnderTest annotated() {
        return new NotesUnderTest("@Cacheable on micronaut-redis, evict on write", "annotations");
    }

    /** Cached by hand and deleted after the commit. */
    public static NotesUnderTest cacheAside() {
        return new NotesUnderTest("cache-aside, delete after commit", "cache-aside");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Launch launch(int instance) {
        return new Launch(NotesServer.class.getName(), Map.of("NOTES_CACHE", kind));
    }

    @Override
    public Workload prepare(Instance first, IntervalChecker checker) {
        List<ReadOperation> reads = new ArrayList<>();
        List<WriteOperation> writes = new ArrayList<>();
        for (int id = 1; id <= NotesServer.NOTES; id++) {
            var note = new NoteUnderTest(id, checker.fact("note " + id));
            long now = System.nanoTime();
            note.fact().begun(1, "made at the start", now);
            note.fact().acknowledged(1, "made at the start", now, now);
            writes.add(new ConditionalWrites(note));
            writes.add(new ConditionalWrites(note));
            reads.add(note.read("note itself", note.question()));
            for (int times = 0; times < CACHED_READS_TO_ONE_PAST_THE_CACHE; times++) {
                reads.add(note.read("note", Requests.ANONYMOUS.get("/notes/" + id)));
            }
        }
        return new Workload(reads, writes);
    }

    private record NoteUnderTest(long id, FactHistory fact) implements ConditionalWrites.Resource {

        ReadOperation read(String view, byte[] request) {
            return ReadOperation.fixed(view, request, (response, sightings) -> {
                if (response.isSuccess()) {
                    sightings.saw(fact, Sighting.of(response.etagVersion()));
                }
            });
        }

        @Override
        public String name() {
            return "note";
        }

        /** Past the cache: out of it, a writer would be refused for as long as an old version lies there. */
        @Override
        public byte[] question() {
            return Requests.ANONYMOUS.get("/facts/" + id);
        }

        @Override
        public long version(Response response) {
            return response.etagVersion();
        }

        @Override
        public byte[] replacing(long version) {
            return Requests.ANONYMOUS
                    .with("If-Match", "\"v" + version + '"')
                    .request("PATCH", "/notes/" + id, "\"n" + (version + 1) + '"');
        }
    }
}
