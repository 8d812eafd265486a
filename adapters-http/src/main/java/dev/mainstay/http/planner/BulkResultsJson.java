package dev.mainstay.http.planner;

import dev.mainstay.application.planner.BulkTasks.Result;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.domain.refusal.NotAllowed;
import dev.mainstay.domain.refusal.NotAuthenticated;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.domain.refusal.QuotaExceeded;
import dev.mainstay.domain.refusal.Refusal;
import dev.mainstay.domain.refusal.Stale;
import dev.mainstay.domain.refusal.Unavailable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of each operation, in the order of the request. */
@Serdeable
@Schema(name = "BulkTaskResults", requiredProperties = "results", example = """
                {"results":[{"id":"0197a1de-0000-7000-8000-000000000001","status":412,"code":"task_changed",\
                "detail":"The task was changed in the meantime; read it again and repeat."}]}""")
record BulkResultsJson(List<ResultJson> results) {

    /**
     * What became of an operation.
     *
     * @param status what a request of its own would have been answered
     * @param code the kind of problem; absent if there was none
     * @param detail what to do about it; absent if there was none
     * @param task the task as it is now; absent if the operation was refused
     * @param next the next occurrence of a task that was completed
     */
    @Serdeable
    @Schema(
            name = "BulkTaskResult",
            requiredProperties = {"id", "status"})
    record ResultJson(
            UUID id,
            int status,
            @Nullable String code,
            @Nullable String detail,
            @Nullable TaskJson task,
            @Nullable TaskJson next) {

        static ResultJson from(Result result) {
            return switch (result) {
                case Result.Done done ->
                    new ResultJson(
                            done.task().value(),
                            200,
                            null,
                            null,
                            TaskJson.from(done.changed()),
                            done.next().map(TaskJson::from).orElse(null));
                case Result.Refused refused ->
                    new ResultJson(
                            refused.task().value(),
                            status(refused.why()),
                            refused.why().code(),
                            refused.why().getMessage(),
                            null,
                            null);
            };
        }

        private static int status(Refusal refusal) {
            return switch (refusal) {
                case Invalid invalid -> 400;
                case NotAuthenticated unknown -> 401;
                case NotAllowed notAllowed -> 403;
                case NotFound notFound -> 404;
                case Conflict conflict -> 409;
                case Stale stale -> 412;
                case QuotaExceeded quota -> 429;
                case Unavailable away -> 503;
            };
        }
    }

    static BulkResultsJson from(List<Result> results) {
        return new BulkResultsJson(results.stream().map(ResultJson::from).toList());
    }
}
