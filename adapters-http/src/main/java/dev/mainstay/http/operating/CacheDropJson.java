package dev.mainstay.http.operating;

import dev.mainstay.application.caching.DropFromCache;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Invalid;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What to drop: a view with an id, a view alone, or everything.
 *
 * @param view the name of a view in the catalogue
 * @param id the last segment of one key of the view, as it lies in Redis
 * @param everything true for all views; then nothing else is sent
 */
@Serdeable
@Schema(example = """
        {"view":"cache:user:profile","id":"0197a1de-0000-7000-8000-000000000001"}""")
record CacheDropJson(
        @Nullable String view,
        @Nullable String id,
        @Nullable Boolean everything) {

    void carryOut(DropFromCache drop, UserId by) {
        if (everything != null) {
            requireEverythingAlone(everything);
            drop.everything(by);
        } else if (view == null) {
            throw new Invalid("view", "required", "send a view, a view and an id, or everything");
        } else if (id == null) {
            drop.view(by, view);
        } else {
            drop.key(by, view, id);
        }
    }

    private void requireEverythingAlone(boolean asked) {
        if (!asked) {
            throw new Invalid("everything", "invalid", "must be true, or absent where a view is named");
        }
        if (view != null || id != null) {
            throw new Invalid("everything", "ambiguous", "send either everything, or a view with or without an id");
        }
    }
}
