package dev.mainstay.application.live;

import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.domain.identity.UserId;

/**
 * A view of a user's that can be watched live. Whatever invalidates the view is worth a hint, so the two cannot drift apart.
 *
 * @param name as clients and hints call it
 */
public record LiveTopic(String name, CachedView<UserId, ?> view) {}
