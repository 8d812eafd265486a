package dev.mainstay.domain.identity;

/**
 * What is stored of a password.
 *
 * @param phc a PHC string: algorithm, parameters, salt and hash
 */
public record PasswordHash(String phc) {

    public PasswordHash {
        if (!phc.startsWith("$")) {
            throw new IllegalArgumentException("not a PHC string");
        }
    }

    @Override
    public String toString() {
        return "PasswordHash[…]";
    }
}
