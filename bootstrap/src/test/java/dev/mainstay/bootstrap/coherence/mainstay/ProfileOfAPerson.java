package dev.mainstay.bootstrap.coherence.mainstay;

import dev.mainstay.bootstrap.coherence.history.FactHistory;
import dev.mainstay.bootstrap.coherence.load.ConditionalWrites;
import dev.mainstay.bootstrap.coherence.load.Requests;
import dev.mainstay.bootstrap.coherence.load.Response;

/** A profile: read through the view {@code cache:user:profile}, its version is the row's. */
record ProfileOfAPerson(FactHistory fact, Requests requests) implements ConditionalWrites.Resource {

    static final String PATH = "/api/v1/me";

    @Override
    public String name() {
        return "profile";
    }

    @Override
    public byte[] question() {
        return requests.get(PATH);
    }

    @Override
    public long version(Response response) {
        return response.etagVersion();
    }

    @Override
    public byte[] replacing(long version) {
        return requests.with("If-Match", "\"v" + version + '"')
                .request("PATCH", PATH, "{\"bio\":\"n" + (version + 1) + "\"}");
    }
}
