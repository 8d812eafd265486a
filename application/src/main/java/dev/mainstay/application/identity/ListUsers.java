package dev.mainstay.application.identity;

import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;

/** All users, for administrators. */
public final class ListUsers {

    private final Administrators administrators;
    private final UserReader reader;

    public ListUsers(Administrators administrators, UserReader reader) {
        this.administrators = administrators;
        this.reader = reader;
    }

    /** The users that match, the latest registered first. */
    public Page<UserSummary> of(Caller by, UserFilter filter, PageRequest page) {
        administrators.look(by);
        return reader.users(filter, page);
    }
}
