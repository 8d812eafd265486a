package dev.mainstay.bootstrap.coherence;

import dev.mainstay.bootstrap.coherence.history.IntervalChecker;
import dev.mainstay.bootstrap.coherence.load.Workload;
import dev.mainstay.bootstrap.coherence.servers.Instance;
import dev.mainstay.bootstrap.coherence.servers.Launch;

/** Something that serves facts of PostgreSQL out of Redis, and so can be caught at serving stale ones. */
public interface SystemUnderTest {

    String name();

    /** How its instance of that number, from 0, is started. */
    Launch launch(int instance);

    /** Makes users and facts on the only instance that runs yet, tells the checker their versions, and says what clients shall do. */
    Workload prepare(Instance first, IntervalChecker checker);
}
