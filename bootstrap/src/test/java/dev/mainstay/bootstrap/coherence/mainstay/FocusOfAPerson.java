package dev.mainstay.bootstrap.coherence.mainstay;

import dev.mainstay.bootstrap.coherence.history.Event.What;
import dev.mainstay.bootstrap.coherence.history.FactHistory;
import dev.mainstay.bootstrap.coherence.history.Sighting;
import dev.mainstay.bootstrap.coherence.load.ReadOperation.Sightings;
import dev.mainstay.bootstrap.coherence.load.Reply;
import dev.mainstay.bootstrap.coherence.load.Requests;
import dev.mainstay.bootstrap.coherence.load.Response;
import dev.mainstay.bootstrap.coherence.load.WriteOperation;
import dev.mainstay.bootstrap.coherence.load.WriterClient;

/**
 * A person's focus sessions, one after the other: there is none, one runs, pauses, runs on and ends, and there is none again. So the
 * fact is there and not there in turn. Version v of the k-th session is version 100 k + v of the fact, and 100 k + 99 is its being over; the k-th session
 * is known by its planned minutes.
 *
 * <p>Starts carry an {@code Idempotency-Key} and moves {@code If-Match}, so that one whose answer was lost can be repeated and still
 * takes effect once.
 */
final class FocusOfAPerson implements WriteOperation {

    private static final int OVER = 99;
    private static final int PER_SESSION = 100;
    private static final int PLANS = 240;
    private static final int MANY_MOVES = 6;
    private static final String PATH = "/api/v1/focus";

    private final FactHistory fact;
    private final Requests requests;
    private long session;
    private long version = OVER;
    private String id = "";
    private boolean running;
    private String move = "";
    private boolean tried;

    FocusOfAPerson(FactHistory fact, Requests requests) {
        this.fact = fact;
        this.requests = requests;
        fact.begun(OVER, "registered", System.nanoTime());
        fact.acknowledged(OVER, "registered", System.nanoTime(), System.nanoTime());
    }

    /** Reads the session out of an answer that contains it, or its absence. */
    static void see(FactHistory fact, Response response, Sightings sightings) {
        long planned = response.numberAfter("\"plannedMinutes\":");
        long version = response.numberAfter("\"etag\":\"\\\"v");
        if (planned > 0 && version > 0) {
            sightings.saw(fact, Sighting.oneIn(PLANS * PER_SESSION, (planned - 1) * PER_SESSION + version));
        } else {
            sightings.saw(fact, Sighting.oneIn(PER_SESSION, OVER));
        }
    }

    @Override
    public void step(WriterClient client) {
        if (version == OVER) {
            start(client);
        } else {
            move(client);
        }
    }

    private void start(WriterClient client) {
        long next = session + 1;
        Reply reply = send(
                client,
                number(next, 1),
                "start",
                requests.with("Idempotency-Key", "focus-" + next)
                        .request("POST", PATH, "{\"plannedMinutes\":" + (1 + next % PLANS) + "}"));
        if (reply.acknowledged()) {
            session = next;
            version = 1;
            id = reply.answer().textAfter("\"id\":\"");
            running = true;
        }
    }

    private void move(WriterClient client) {
        if (move.isEmpty()) {
            boolean end = version >= MANY_MOVES || client.random().nextInt(3) == 0;
            move = end ? client.random().nextBoolean() ? "finish" : "abandon" : running ? "pause" : "resume";
            tried = false;
        }
        boolean ends = !move.equals("pause") && !move.equals("resume");
        long next = ends ? OVER : version + 1;
        Reply reply = send(
                client,
                number(session, next),
                move,
                requests.with("If-Match", "\"v" + version + '"').request("POST", PATH + '/' + id + '/' + move, ""));
        boolean doneBefore = tried && (reply.is(409) || reply.is(412));
        if (doneBefore) {
            fact.acknowledged(number(session, next), reply.where(), reply.begin(), reply.end());
        }
        if (reply.refused() && !tried) {
            client.surprise(move + " of version " + version + " was refused: " + reply.answer() + '\n'
                    + fact.lately(reply.begin()));
        }
        if (reply.acknowledged() || doneBefore) {
            version = next;
            running = move.equals("resume");
            move = "";
        }
        tried |= reply.unknown();
    }

    private Reply send(WriterClient client, long next, String operation, byte[] request) {
        fact.begun(next, operation, System.nanoTime());
        Reply reply = client.write("focus " + operation, request);
        if (reply.acknowledged()) {
            fact.acknowledged(next, reply.where(), reply.begin(), reply.end());
        } else {
            What what = reply.refused() ? What.WRITE_REFUSED : What.WRITE_UNKNOWN;
            fact.unacknowledged(what, next, reply.where(), reply.begin(), reply.end());
        }
        return reply;
    }

    private static long number(long session, long version) {
        return session * PER_SESSION + version;
    }
}
