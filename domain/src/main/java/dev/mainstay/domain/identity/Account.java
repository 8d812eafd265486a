package dev.mainstay.domain.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A person's account. It begins unverified, becomes usable when a code sent to its mailbox comes back, may be suspended and released by an
 * administrator, and ends some time after its owner asked for it.
 *
 * @param password empty if nobody knows one; then only a reset sets it
 * @param contested whether somebody else may have chosen the password before the mailbox was proved to belong to its owner
 */
public record Account(
        UserId id,
        EmailAddress email,
        Optional<PasswordHash> password,
        boolean contested,
        Instant registeredAt,
        Optional<Instant> verifiedAt,
        Optional<Instant> suspendedAt,
        Optional<Deletion> deletion,
        Set<Role> roles) {

    public Account {
        roles = Set.copyOf(roles);
    }

    public static Account register(UserId id, EmailAddress email, PasswordHash password, Instant now) {
        return new Account(
                id,
                email,
                Optional.of(password),
                false,
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }

    public AccountStatus status() {
        if (suspendedAt.isPresent()) {
            return AccountStatus.SUSPENDED;
        }
        if (verifiedAt.isEmpty()) {
            return AccountStatus.UNVERIFIED;
        }
        return deletion.isPresent() ? AccountStatus.LEAVING : AccountStatus.ACTIVE;
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean verified() {
        return verifiedAt.isPresent();
    }

    public boolean suspended() {
        return suspendedAt.isPresent();
    }

    /** A second registration with another password, before either was verified: neither may be trusted. */
    public Account contest() {
        return new Account(id, email, password, true, registeredAt, verifiedAt, suspendedAt, deletion, roles);
    }

    /** The mailbox is proved; a contested password is forgotten, for its chooser may be somebody else. */
    public Account verify(Instant now) {
        return new Account(
                id,
                email,
                contested ? Optional.empty() : password,
                false,
                registeredAt,
                verifiedAt.or(() -> Optional.of(now)),
                suspendedAt,
                deletion,
                roles);
    }

    public Account withPassword(PasswordHash chosen) {
        return new Account(
                id, email, Optional.of(chosen), false, registeredAt, verifiedAt, suspendedAt, deletion, roles);
    }

    public Account suspend(Instant now) {
        return new Account(id, email, password, contested, registeredAt, verifiedAt, Optional.of(now), deletion, roles);
    }

    public Account release() {
        return new Account(id, email, password, contested, registeredAt, verifiedAt, Optional.empty(), deletion, roles);
    }

    /** Asks for deletion; asking twice does not move the day. */
    public Account requestDeletion(Instant now, Duration grace) {
        var wish = deletion.or(() -> Optional.of(new Deletion(now, now.plus(grace))));
        return new Account(id, email, password, contested, registeredAt, verifiedAt, suspendedAt, wish, roles);
    }

    public Account cancelDeletion() {
        return new Account(
                id, email, password, contested, registeredAt, verifiedAt, suspendedAt, Optional.empty(), roles);
    }

    public boolean dueForDeletion(Instant now) {
        return deletion.map(wish -> !wish.due().isAfter(now)).orElse(false);
    }

    public Account grant(Role role) {
        var more = EnumSet.of(role);
        more.addAll(roles);
        return withRoles(more);
    }

    public Account revoke(Role role) {
        var fewer = EnumSet.noneOf(Role.class);
        fewer.addAll(roles);
        fewer.remove(role);
        return withRoles(fewer);
    }

    private Account withRoles(Set<Role> changed) {
        return new Account(id, email, password, contested, registeredAt, verifiedAt, suspendedAt, deletion, changed);
    }
}
