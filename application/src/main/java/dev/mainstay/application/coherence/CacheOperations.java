package dev.mainstay.application.coherence;

/** The operator's handle on the cache: how it stands, and how to be rid of what it holds, safely and without listing a key (G12). */
public interface CacheOperations {

    /** Whether no cache is configured; then there is nothing to drop. */
    boolean isAbsent();

    /** How this instance and its cache stand at this moment. Asks the cache, and waits for it no longer than one step's budget. */
    CacheState state();

    /** What this instance has counted of the view since its start. */
    ViewFigures figures(CachedView<?, ?> view);

    /**
     * When it returns, no instance serves a value of the view that was stored before the call; it takes one trust lease. Works while the cache
     * is away.
     *
     * @throws dev.mainstay.domain.refusal.Unavailable if the store of facts is away; nothing was dropped, or all
     */
    void dropView(CachedView<?, ?> view);

    /**
     * When it returns, no instance serves anything that was stored before the call; it takes one trust lease. A quarantine follows, in
     * which every read goes to the facts. Signals stay.
     *
     * @throws dev.mainstay.domain.refusal.Unavailable if the cache or the store of facts is away; nothing was dropped
     */
    void dropEverything();
}
