package dev.mainstay.http.json;

import io.micronaut.serde.exceptions.SerdeException;

/** A JSON value that its field cannot take, with what would be right. */
public final class UnfitValue extends SerdeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String expected;

    UnfitValue(String code, String expected) {
        super(expected);
        this.code = code;
        this.expected = expected;
    }

    public String code() {
        return code;
    }

    public String expected() {
        return expected;
    }
}
