package dev.mainstay.http.planner;

import dev.mainstay.domain.planner.TaskPatch;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import io.micronaut.serde.LimitingStream;
import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.serde.support.util.JsonNodeDecoder;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A merge patch (RFC 7396) of a task: a field that is absent stays, one that is null is cleared.
 *
 * @param named the fields that are present
 */
@Schema(implementation = TaskFieldsJson.class)
record TaskPatchJson(TaskFieldsJson fields, Set<String> named) {

    TaskPatch toPatch() {
        return fields.toPatch(named);
    }

    /** Reads the fields as usual and remembers which there were. */
    @Singleton
    static final class Reader implements Deserializer<TaskPatchJson> {

        private static final Argument<TaskFieldsJson> FIELDS = Argument.of(TaskFieldsJson.class);

        @Override
        public TaskPatchJson deserialize(Decoder decoder, DecoderContext context, Argument<? super TaskPatchJson> type)
                throws IOException {
            JsonNode node = decoder.decodeNode();
            if (!node.isObject()) {
                throw new SerdeException("must be an object");
            }
            var fields = context.findDeserializer(FIELDS).createSpecific(context, FIELDS);
            var named = StreamSupport.stream(node.entries().spliterator(), false)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toUnmodifiableSet());
            return new TaskPatchJson(
                    Objects.requireNonNull(fields.deserialize(
                            JsonNodeDecoder.create(node, LimitingStream.DEFAULT_LIMITS), context, FIELDS)),
                    named);
        }
    }
}
