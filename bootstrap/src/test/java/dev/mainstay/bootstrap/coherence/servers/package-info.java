/** What stands around a system under test: its instances as processes, PostgreSQL, two Redis servers, and a faulty link between each. */
@NullMarked
package dev.mainstay.bootstrap.coherence.servers;

import org.jspecify.annotations.NullMarked;
