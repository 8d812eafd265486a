package dev.mainstay.bootstrap.coherence.load;

import dev.mainstay.bootstrap.coherence.history.Event.What;
import dev.mainstay.bootstrap.coherence.history.FactHistory;
import dev.mainstay.bootstrap.coherence.history.Sighting;

/**
 * Replaces a resource again and again, each time on condition that it still has the version last heard of ({@code If-Match}). So the
 * versions are the row's own, several writers may race on one resource, and a write whose answer was lost takes effect once or never.
 */
public final class ConditionalWrites implements WriteOperation {

    private static final long UNKNOWN = -1;

    private final Resource resource;
    private long last = UNKNOWN;

    public ConditionalWrites(Resource resource) {
        this.resource = resource;
    }

    /** Something with a version that a write moves on by one. */
    public interface Resource {

        String name();

        FactHistory fact();

        /** Asks for its version. */
        byte[] question();

        /** The version that an answer shows, to the question or to a write. */
        long version(Response response);

        /** Replaces the version by the next. */
        byte[] replacing(long version);
    }

    @Override
    public void step(WriterClient client) {
        if (last == UNKNOWN) {
            ask(client);
        } else {
            replace(client);
        }
    }

    private void ask(WriterClient client) {
        Reply reply = client.ask("ask " + resource.name(), resource.question());
        if (reply.acknowledged() && !reply.answer().header("cache-status").contains("stale")) {
            last = resource.version(reply.answer());
            resource.fact().read(Sighting.of(last), reply.where(), reply.begin(), reply.end());
        }
    }

    private void replace(WriterClient client) {
        long next = last + 1;
        resource.fact().begun(next, resource.name(), System.nanoTime());
        Reply reply = client.write(resource.name(), resource.replacing(last));
        last = UNKNOWN;
        if (reply.acknowledged()) {
            last = resource.version(reply.answer());
            resource.fact().acknowledged(last, reply.where(), reply.begin(), reply.end());
        } else {
            What what = reply.refused() ? What.WRITE_REFUSED : What.WRITE_UNKNOWN;
            resource.fact().unacknowledged(what, next, reply.where(), reply.begin(), reply.end());
        }
    }
}
