package dev.mainstay.domain.identity;

/** The letters that identity sends. */
public enum LetterKind {
    /** Carries the code that proves a mailbox. */
    VERIFY_EMAIL(true),
    /** Carries the code that sets a new password. */
    RESET_PASSWORD(true),
    /** Tells the owner of a mailbox that somebody tried to register it again. */
    ALREADY_REGISTERED(false);

    private final boolean code;

    LetterKind(boolean code) {
        this.code = code;
    }

    public boolean carriesCode() {
        return code;
    }
}
