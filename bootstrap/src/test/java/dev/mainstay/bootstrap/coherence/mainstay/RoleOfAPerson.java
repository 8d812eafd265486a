package dev.mainstay.bootstrap.coherence.mainstay;

import dev.mainstay.bootstrap.coherence.history.Event.What;
import dev.mainstay.bootstrap.coherence.history.FactHistory;
import dev.mainstay.bootstrap.coherence.history.IntervalChecker;
import dev.mainstay.bootstrap.coherence.history.Sighting;
import dev.mainstay.bootstrap.coherence.load.ReadOperation;
import dev.mainstay.bootstrap.coherence.load.Reply;
import dev.mainstay.bootstrap.coherence.load.Requests;
import dev.mainstay.bootstrap.coherence.load.Response;
import dev.mainstay.bootstrap.coherence.load.WriteOperation;
import dev.mainstay.bootstrap.coherence.load.WriterClient;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A role that an administrator grants and revokes in turn: odd versions have it, even ones do not.
 *
 * <p>Neither request carries a condition, so one whose answer was lost may take effect after a later one. Then nobody looks until all
 * that could still be on its way has arrived or been given up, and a new history begins.
 */
final class RoleOfAPerson implements WriteOperation {

    private static final Duration UNTIL_ALL_HAS_ARRIVED = Duration.ofSeconds(60);

    private final IntervalChecker checker;
    private final Person person;
    private final byte[] grant;
    private final byte[] revoke;
    private int history;
    private long version;
    private long quietUntil = System.nanoTime();
    private volatile @Nullable FactHistory watched;

    RoleOfAPerson(IntervalChecker checker, Person person, Requests admin) {
        this.checker = checker;
        this.person = person;
        String path = "/api/v1/users/" + person.id() + "/roles/TEACHER";
        this.grant = admin.request("PUT", path, "");
        this.revoke = admin.delete(path);
    }

    /** Reads it through a view that shows the person's roles. */
    ReadOperation read(String view, String path) {
        byte[] request = person.requests().get(path);
        return ReadOperation.of(
                view,
                () -> Optional.ofNullable(watched)
                        .map(fact -> ReadOperation.attempt(
                                request, (response, sightings) -> judge(fact, response, sightings))));
    }

    private static void judge(FactHistory fact, Response response, ReadOperation.Sightings sightings) {
        if (response.isSuccess()) {
            sightings.saw(fact, Sighting.oneIn(2, response.contains("\"TEACHER\"") ? 1 : 0));
        }
    }

    @Override
    public void step(WriterClient client) {
        if (System.nanoTime() - quietUntil < 0) {
            return;
        }
        @Nullable FactHistory open = watched;
        FactHistory fact = open == null ? checker.fact("role of " + person.email() + " #" + history) : open;
        long next = version + 1;
        boolean granting = next % 2 == 1;
        String operation = granting ? "grant" : "revoke";
        fact.begun(next, operation, System.nanoTime());
        Reply reply = client.write(operation, granting ? grant : revoke);
        if (reply.acknowledged()) {
            version = next;
            fact.acknowledged(next, reply.where(), reply.begin(), reply.end());
            watched = fact;
        } else if (reply.unknown()) {
            fact.unacknowledged(What.WRITE_UNKNOWN, next, reply.where(), reply.begin(), reply.end());
            beginAnew(fact);
        }
    }

    private void beginAnew(FactHistory fact) {
        watched = null;
        checker.forget(fact);
        history++;
        version = 0;
        quietUntil = System.nanoTime() + UNTIL_ALL_HAS_ARRIVED.toNanos();
    }
}
