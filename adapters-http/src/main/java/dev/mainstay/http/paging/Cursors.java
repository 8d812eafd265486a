package dev.mainstay.http.paging;

import dev.mainstay.application.paging.Cursor;
import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.refusal.Invalid;
import jakarta.inject.Singleton;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns {@code limit} and {@code cursor} into a page request, and a page into JSON. */
@Singleton
public final class Cursors {

    private final SignedCursors signed;

    Cursors(SignedCursors signed) {
        this.signed = signed;
    }

    /**
     * What the client asks for.
     *
     * @param order the name of the order the list is in; a cursor of another order is refused
     * @throws Invalid if the limit is out of range or the cursor was not made here, for this order
     */
    public PageRequest request(@Nullable Integer limit, @Nullable String cursor, String order) {
        @Nullable Cursor after = cursor == null ? null : signed.open(cursor);
        if (after != null && !after.order().equals(order)) {
            throw new Invalid(
                    "cursor", "invalid_cursor", "belongs to another order of the list; start without a cursor");
        }
        return new PageRequest(limit == null ? PageRequest.DEFAULT_LIMIT : limit, after);
    }

    public <T, J> PageJson<J> json(Page<T> page, Function<? super T, ? extends J> item) {
        @Nullable Cursor next = page.next();
        return new PageJson<>(page.items().stream().<J>map(item).toList(), next == null ? null : signed.seal(next));
    }
}
