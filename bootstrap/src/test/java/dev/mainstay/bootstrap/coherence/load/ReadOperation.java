package dev.mainstay.bootstrap.coherence.load;

import dev.mainstay.bootstrap.coherence.history.FactHistory;
import dev.mainstay.bootstrap.coherence.history.Sighting;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** A read that clients repeat, through one view of some facts. */
public interface ReadOperation {

    /** The name of the view, for the report. */
    String view();

    /** What to send now; empty while there is nothing to read. */
    Optional<Attempt> attempt();

    /** One read. */
    interface Attempt {

        byte[] request();

        /** Says which facts the answer shows at which versions; an answer that shows none is a failure or says nothing. */
        void judge(Response response, Sightings sightings);
    }

    /** Takes what a read showed. */
    interface Sightings {
        void saw(FactHistory fact, Sighting shown);
    }

    /** A read that is the same each time. */
    static ReadOperation fixed(String view, byte[] request, BiConsumer<Response, Sightings> judge) {
        Optional<Attempt> attempt = Optional.of(attempt(request, judge));
        return of(view, () -> attempt);
    }

    /** A read that is another from time to time. */
    static ReadOperation of(String view, Supplier<Optional<Attempt>> attempts) {
        return new ReadOperation() {
            @Override
            public String view() {
                return view;
            }

            @Override
            public Optional<Attempt> attempt() {
                return attempts.get();
            }
        };
    }

    /** One read, of a request and what its answer shows. */
    static Attempt attempt(byte[] request, BiConsumer<Response, Sightings> judge) {
        return new Attempt() {
            @Override
            public byte[] request() {
                return request;
            }

            @Override
            public void judge(Response response, Sightings sightings) {
                judge.accept(response, sightings);
            }
        };
    }
}
