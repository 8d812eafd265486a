package dev.mainstay.http.json;

import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import io.micronaut.serde.LimitingStream;
import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.serde.support.util.JsonNodeDecoder;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Reads a merge patch (RFC 7396): the fields as usual, and which of them there were, be they null.
 *
 * @param <F> the fields
 * @param <P> the patch that is made of them
 */
public abstract class PatchReader<F, P> implements Deserializer<P> {

    private final Argument<F> fields;
    private final BiFunction<F, Set<String>, P> patch;

    protected PatchReader(Class<F> fields, BiFunction<F, Set<String>, P> patch) {
        this.fields = Argument.of(fields);
        this.patch = patch;
    }

    @Override
    public final P deserialize(Decoder decoder, DecoderContext context, Argument<? super P> type) throws IOException {
        JsonNode node = decoder.decodeNode();
        if (!node.isObject()) {
            throw new SerdeException("must be an object");
        }
        var reader = context.findDeserializer(fields).createSpecific(context, fields);
        var named = StreamSupport.stream(node.entries().spliterator(), false)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
        var read = reader.deserialize(JsonNodeDecoder.create(node, LimitingStream.DEFAULT_LIMITS), context, fields);
        return patch.apply(Objects.requireNonNull(read), named);
    }
}
