package dev.mainstay.http.json;

import io.micronaut.json.tree.JsonNode;

/** A JSON number without a fraction that fits in 64 bits. */
final class WholeNumber {

    private WholeNumber() {}

    static long in(JsonNode node) throws UnfitValue {
        if (!node.isNumber()) {
            throw new UnfitValue("wrong_type", "must be a whole number");
        }
        var number = node.getBigDecimalValue();
        if (number.scale() < -18 || number.precision() - number.scale() > 19) {
            throw new UnfitValue("out_of_range", "must be a whole number of at most 64 bits");
        }
        try {
            return number.longValueExact();
        } catch (ArithmeticException fractionOrTooLarge) {
            throw new UnfitValue("wrong_type", "must be a whole number of at most 64 bits");
        }
    }
}
