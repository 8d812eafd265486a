package dev.mainstay.bootstrap.coherence.mainstay;

import dev.mainstay.bootstrap.coherence.history.FactHistory;
import dev.mainstay.bootstrap.coherence.load.ConditionalWrites;
import dev.mainstay.bootstrap.coherence.load.Requests;
import dev.mainstay.bootstrap.coherence.load.Response;

/**
 * The only task of a person. Each version carries its number in its title, which shows on the home page, and in its project, which shows
 * among the facets; the task itself is read from PostgreSQL.
 */
record TaskOfAPerson(FactHistory fact, Requests requests, String path) implements ConditionalWrites.Resource {

    @Override
    public String name() {
        return "task";
    }

    @Override
    public byte[] question() {
        return requests.get(path);
    }

    @Override
    public long version(Response response) {
        return response.etagVersion();
    }

    @Override
    public byte[] replacing(long version) {
        String next = "n" + (version + 1);
        return requests.with("If-Match", "\"v" + version + '"')
                .request("PATCH", path, "{\"title\":\"" + next + "\",\"project\":\"" + next + "\"}");
    }
}
