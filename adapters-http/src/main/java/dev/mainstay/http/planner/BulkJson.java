package dev.mainstay.http.planner;

import dev.mainstay.application.planner.BulkTasks.Operation;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.planner.TaskId;
import dev.mainstay.domain.refusal.Invalid;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Up to 200 operations, carried out in order. */
@Serdeable
@Schema(name = "BulkTasks", requiredProperties = "operations", example = """
                {"operations":[{"op":"COMPLETE","id":"0197a1de-0000-7000-8000-000000000001","version":1},\
                {"op":"PATCH","id":"0197a1de-0000-7000-8000-000000000002","changes":{"priority":"HIGH"}}]}""")
record BulkJson(List<OperationJson> operations) {

    /** What to do with a task. */
    @Serdeable
    enum Op {
        COMPLETE,
        REOPEN,
        DELETE,
        PATCH
    }

    /**
     * One operation.
     *
     * @param version the version it is meant for; absent for whatever there is
     * @param changes what to change, as in PATCH of the task; for PATCH alone
     */
    @Serdeable
    @Schema(
            name = "BulkTaskOperation",
            requiredProperties = {"op", "id"})
    record OperationJson(
            Op op,
            UUID id,
            @Nullable @Schema(minimum = "1") Long version,

            @Nullable @Schema(implementation = TaskFieldsJson.class)
            TaskPatchJson changes) {

        Operation toOperation() {
            var task = new TaskId(id);
            try {
                return toOperation(task, version == null ? null : version(version));
            } catch (Invalid invalid) {
                return new Operation.Refused(task, null, invalid);
            }
        }

        private static Version version(long number) {
            if (number < 1) {
                throw new Invalid("version", "out_of_range", "must be 1 or more");
            }
            return new Version(number);
        }

        private Operation toOperation(TaskId task, @Nullable Version expected) {
            if ((changes != null) != (op == Op.PATCH)) {
                throw new Invalid("changes", "misplaced", "belongs to PATCH, and to nothing else");
            }
            return switch (op) {
                case COMPLETE -> new Operation.Complete(task, expected);
                case REOPEN -> new Operation.Reopen(task, expected);
                case DELETE -> new Operation.Delete(task, expected);
                case PATCH ->
                    new Operation.Patch(
                            task, expected, Objects.requireNonNull(changes).toPatch());
            };
        }
    }

    List<Operation> toOperations() {
        return Items.of("operations", operations).stream()
                .map(OperationJson::toOperation)
                .toList();
    }
}
