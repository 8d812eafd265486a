package dev.mainstay.http.json;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Reads a whole number from a JSON number without a fraction. */
@Singleton
final class StrictIntegers implements Deserializer<Integer> {

    @Override
    public Integer deserialize(Decoder decoder, DecoderContext context, Argument<? super Integer> type)
            throws IOException {
        long number = WholeNumber.in(decoder.decodeNode());
        if (number != (int) number) {
            throw new UnfitValue("out_of_range", "must be a whole number of at most 32 bits");
        }
        return (int) number;
    }
}
