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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person who logs in, and whose session is ended by logging out, by logging out everywhere, or by suspension, over and over. Of each session version 1
 * is accepted and version 2 refused; whoever was refused must never be accepted again.
 */
final class SessionsOfAPerson implements WriteOperation {

    private static final int LIVE = 1;
    private static final int OVER = 2;
    private static final int STEPS_AFTER_THE_END = 3;

    private final IntervalChecker checker;
    private final Person person;
    private final byte[] login;
    private final byte[] suspend;
    private final byte[] release;
    private volatile @Nullable Session session;
    private int number;
    private int stepsSinceEnd;
    private boolean suspended;

    /** Whether an ending of all sessions may still be on its way, and hit any later one. */
    private boolean anyMayEnd;

    SessionsOfAPerson(IntervalChecker checker, Person person, Requests admin) {
        this.checker = checker;
        this.person = person;
        this.login = Requests.ANONYMOUS.request(
                "POST",
                "/api/v1/auth/login",
                "{\"email\":\"" + person.email() + "\",\"password\":\"" + Person.PASSWORD + "\"}");
        String suspension = "/api/v1/users/" + person.id() + "/suspension";
        this.suspend = admin.request("POST", suspension, "");
        this.release = admin.delete(suspension);
    }

    /** A session, and how to look whether it is accepted. */
    private record Session(FactHistory fact, Requests requests, ReadOperation.Attempt look) {

        static Session of(FactHistory fact, Requests requests) {
            return new Session(
                    fact,
                    requests,
                    ReadOperation.attempt(
                            requests.get("/api/v1/me/roles"),
                            (response, sightings) -> judge(fact, response, sightings)));
        }

        private static void judge(FactHistory fact, Response response, ReadOperation.Sightings sightings) {
            if (response.isSuccess()) {
                sightings.saw(fact, Sighting.of(LIVE));
            } else if (response.contains("session_ended") || response.contains("account_suspended")) {
                sightings.saw(fact, Sighting.of(OVER));
            }
        }
    }

    /** Looks whether the present session is accepted. */
    ReadOperation read() {
        return ReadOperation.of("session", () -> Optional.ofNullable(session).map(Session::look));
    }

    @Override
    public void step(WriterClient client) {
        @Nullable Session present = session;
        if (suspended) {
            suspended = !client.write("release", release).acknowledged();
        } else if (present == null) {
            logIn(client);
        } else if (stepsSinceEnd > 0) {
            watchItBeOver(present.fact());
        } else if (client.random().nextInt(3) == 0) {
            end(client, present);
        }
    }

    private void logIn(WriterClient client) {
        var fact = checker.fact("session " + ++number + " of " + person.email());
        fact.begun(anyMayEnd ? OVER : LIVE, "login", System.nanoTime());
        Reply reply = client.write("login", login);
        if (reply.acknowledged()) {
            fact.acknowledged(LIVE, reply.where(), reply.begin(), reply.end());
            session = Session.of(fact, Requests.of(reply.answer().textAfter("\"accessToken\":\"")));
        } else {
            checker.forget(fact);
            suspended = reply.refused();
        }
    }

    private void end(WriterClient client, Session present) {
        int way = client.random().nextInt(3);
        String operation = way == 0 ? "suspend" : way == 1 ? "logout-all" : "logout";
        byte[] request = way == 0 ? suspend : present.requests().request("POST", "/api/v1/auth/" + operation, "");
        present.fact().begun(OVER, operation, System.nanoTime());
        Reply reply = client.write(operation, request);
        boolean shut = reply.is(401) && reply.answer().contains("account_suspended");
        boolean overAlready = shut || (reply.is(401) && reply.answer().contains("session_ended"));
        if (reply.acknowledged() || overAlready) {
            suspended = way == 0 || shut;
            stepsSinceEnd = 1;
            present.fact().acknowledged(OVER, reply.where(), reply.begin(), reply.end());
        } else {
            anyMayEnd |= reply.unknown() && way < 2;
            What what = reply.refused() ? What.WRITE_REFUSED : What.WRITE_UNKNOWN;
            present.fact().unacknowledged(what, OVER, reply.where(), reply.begin(), reply.end());
        }
    }

    private void watchItBeOver(FactHistory fact) {
        if (stepsSinceEnd++ > STEPS_AFTER_THE_END) {
            session = null;
            stepsSinceEnd = 0;
            checker.forget(fact);
        }
    }
}
