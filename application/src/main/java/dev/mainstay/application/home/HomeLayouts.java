package dev.mainstay.application.home;

import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.home.HomeLayout;
import dev.mainstay.domain.identity.UserId;

/** How each user arranged the home page. */
public interface HomeLayouts {

    /** The user's layout, {@link HomeLayout#initial} for one who never arranged anything. */
    HomeLayout of(UserId owner);

    /**
     * Stores a changed layout.
     *
     * @throws dev.mainstay.domain.refusal.Stale if it is not at the expected version any more
     */
    void replace(HomeLayout changed, Version expected);
}
