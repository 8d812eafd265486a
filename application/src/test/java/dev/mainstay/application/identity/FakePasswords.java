package dev.mainstay.application.identity;

import dev.mainstay.domain.identity.PasswordHash;
import java.util.Optional;

/** Passwords as they are, so that tests take no time; says how often it hashed. */
public final class FakePasswords implements Passwords {

    private int strength = 1;
    private int hashings;
    private Runnable beforeMatch = () -> {};

    @Override
    public synchronized PasswordHash hash(String password) {
        hashings++;
        return new PasswordHash("$fake$" + strength + "$" + password);
    }

    @Override
    public synchronized boolean matches(String password, Optional<PasswordHash> stored) {
        hashings++;
        Runnable before = beforeMatch;
        beforeMatch = () -> {};
        before.run();
        return stored.filter(hash -> hash.phc().substring(8).equals(password)).isPresent();
    }

    @Override
    public synchronized boolean outdated(PasswordHash stored) {
        return !stored.phc().startsWith("$fake$" + strength + "$");
    }

    /** What somebody else does just before the next password is compared. */
    public synchronized void beforeNextMatch(Runnable somebodyElse) {
        beforeMatch = somebodyElse;
    }

    public synchronized void strengthen() {
        strength++;
    }

    public synchronized int hashings() {
        return hashings;
    }
}
