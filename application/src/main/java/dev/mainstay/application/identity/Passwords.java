package dev.mainstay.application.identity;

import dev.mainstay.domain.identity.PasswordHash;
import java.util.Optional;

/** Hashes passwords slowly on purpose (argon2id), a few at a time, so that a login storm cannot starve the rest. */
public interface Passwords {

    /**
     * Hashes a password with fresh salt and the present parameters.
     *
     * @throws dev.mainstay.domain.refusal.Unavailable if too many wait for their turn
     */
    PasswordHash hash(String password);

    /**
     * Compares, with the parameters of the stored hash. It takes as long when there is nothing to compare with.
     *
     * @param stored empty for an unknown account: the answer is false
     * @throws dev.mainstay.domain.refusal.Unavailable if too many wait for their turn
     */
    boolean matches(String password, Optional<PasswordHash> stored);

    /** Whether the hash was made with other parameters than the present ones. */
    boolean outdated(PasswordHash stored);
}
