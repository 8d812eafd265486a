package dev.mainstay.application.finance.statements.layout;

/** Why a row cannot be booked. */
final class Unusable extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;

    Unusable(String code, String why) {
        super(why, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }
}
