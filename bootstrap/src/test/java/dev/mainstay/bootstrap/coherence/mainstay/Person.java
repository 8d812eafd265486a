package dev.mainstay.bootstrap.coherence.mainstay;

import dev.mainstay.bootstrap.coherence.load.Requests;

/** A user, logged in. */
record Person(String id, String email, String token) {

    static final String PASSWORD = "correct horse battery staple";

    Requests requests() {
        return Requests.of(token);
    }
}
