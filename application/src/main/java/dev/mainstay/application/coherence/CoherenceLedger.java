package dev.mainstay.application.coherence;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What the store of facts knows about the cache: which life of it counts, and which instances commit without fences (coherence.md, "When
 * the fence cannot be raised", "When Redis forgets"). Everything but {@link #recordPending} runs on connections of its own, outside
 * the caller's transaction, and is committed when it returns.
 *
 * <p>All of it throws {@link dev.mainstay.domain.refusal.Unavailable} when the primary is away or does not answer in time, or when the
 * server that answers is a replica. What was asked may have been done nevertheless; asking again does no harm.
 */
public interface CoherenceLedger {

    /** How things stand, in one short query to the primary; what was committed before it was sent is in the answer. */
    Standing standing();

    /**
     * Puts the next incarnation in force, unless another than the expected one is by now; incarnations are told apart by their numbers.
     *
     * @return whether this call did it
     * @throws IllegalArgumentException if the next number is not greater than the expected one
     */
    boolean propose(Incarnation expected, Incarnation next);

    /** Ends the quarantine of an incarnation, if it is still the one in force. */
    void settle(Incarnation incarnation);

    /** Says that this instance is going to commit without fences; declaring it again does no harm and counts as {@link #beat}. */
    void declareDistrust(UUID instance);

    /**
     * Says that this instance fences nothing for as long as it lives, and that it is alive: distrust, with {@link Pending#EVERYTHING}
     * pending until somebody gives the cache a new life.
     *
     * @return whether it stood like that already
     */
    boolean declareUnfenced(UUID instance);

    /**
     * Inside the active transaction, that of the facts: holds the instance's distrust in place until the transaction ends, and
     * notes the keys that it leaves unfenced.
     *
     * @param token of the fences that may have been raised after all
     * @param keys may be empty; the distrust is held in place even so
     * @return whether the distrust still stands; else nothing was noted, and it must be declared anew
     * @throws IllegalStateException outside a transaction
     */
    boolean recordPending(UUID instance, String token, Set<CacheKey> keys);

    /** The instance is alive, if it has declared distrust. */
    void beat(UUID instance);

    /** Instances that have declared distrust and have not been heard of for so long. */
    List<UUID> silentFor(Duration silence);

    /** Keys of committed transactions of the instance that wait for repair, the oldest first. */
    List<Pending> pending(UUID instance, int most);

    /** These need no repair any more. */
    void repaired(Collection<Pending> pending);

    /**
     * Takes the instance's distrust back, if nothing of it is pending: waits until no transaction holds it in place, looks, and
     * deletes it. It waits briefly; distrust that is held for longer stands, and so does that of an instance which has been heard of since.
     *
     * @param silence for how long the instance must not have been heard of; zero for one's own
     * @return whether no distrust of the instance stands
     */
    boolean withdrawDistrust(UUID instance, Duration silence);

    /** From the return on, no value of the view that was stored before counts, once all trust leases have been renewed. */
    void dropView(String view);

    /**
     * One answer to the trust query.
     *
     * @param deployment the identity of this database: two of them may share one Redis
     * @param distrustSince when the oldest distrust that stands was declared, by the store's clock
     * @param dropped for views that an operator has dropped, how often; others are missing
     */
    record Standing(
            UUID deployment, Incarnation inForce, Optional<Instant> distrustSince, Map<String, Integer> dropped) {
        public Standing {
            dropped = Map.copyOf(dropped);
        }

        /** Where the marker lies: {@code cache:coherence:incarnation:{deployment}}. */
        public CacheKey markerKey() {
            return new CacheKey(KeyModule.CACHE, "coherence", "incarnation", deployment.toString());
        }
    }

    /**
     * One life of the data in the cache.
     *
     * @param number counts the lives; 0 before the first
     * @param runId the life of the server process; empty before the first
     * @param marker random, lies in the cache as long as its data does, and stands in each value
     * @param settled whether its quarantine is over
     */
    record Incarnation(long number, String runId, String marker, boolean settled) {}

    /** A key to be opened, with the writer's token that may stand in a fence there. */
    record Pending(long id, String key, String token) {

        /** In place of a key: any key may have been left unfenced. */
        public static final String EVERYTHING = "*";

        public boolean everything() {
            return key.equals(EVERYTHING);
        }
    }
}
