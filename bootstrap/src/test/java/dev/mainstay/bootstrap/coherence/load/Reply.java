package dev.mainstay.bootstrap.coherence.load;

import org.jspecify.annotations.Nullable;

/**
 * What became of a writer's request.
 *
 * @param response null if there was no answer; to be read before the next request
 * @param where which operation, on which instance
 */
public record Reply(@Nullable Response response, String where, long begin, long end) {

    /** The server did it. */
    public boolean acknowledged() {
        return response != null && response.isSuccess();
    }

    /** The server did not do it, and never will. */
    public boolean refused() {
        return response != null && response.status() / 100 == 4;
    }

    /** It may be done, now or later, or never. */
    public boolean unknown() {
        return !acknowledged() && !refused();
    }

    public boolean is(int status) {
        return response != null && response.status() == status;
    }

    /** The answer of a request that was acknowledged or refused. */
    public Response answer() {
        if (response == null) {
            throw new IllegalStateException("nothing was answered to " + where);
        }
        return response;
    }
}
