package dev.mainstay.http.planner;

import dev.mainstay.application.planner.ImportedItem;
import dev.mainstay.application.planner.ImportedItem.Outcome;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a file: in figures, and of each item in its order. */
@Serdeable
@Schema(
        name = "ImportReport",
        requiredProperties = {"created", "updated", "unchanged", "skipped", "items"},
        example = """
                {"created":1,"updated":0,"unchanged":0,"skipped":1,"items":[\
                {"index":1,"kind":"VTODO","uid":"uid4@host1.com","title":"Submit Income Taxes","outcome":"CREATED",\
                "task":"0197a1de-0000-7000-8000-000000000001"},\
                {"index":2,"kind":"VEVENT","uid":"uid3@host1.com","title":"Planning","outcome":"SKIPPED",\
                "code":"not_a_task","detail":"Only VTODO components are tasks."}]}""")
record ImportReportJson(int created, int updated, int unchanged, int skipped, List<ImportedItemJson> items) {

    /**
     * An item of the file.
     *
     * @param index the number of the item in the file, from 1
     * @param kind VTODO, VEVENT, …, or row
     * @param task the task it is; absent if it was skipped
     * @param code why it was skipped, for programs
     * @param detail why it was skipped, for people
     */
    @Serdeable
    @Schema(
            name = "ImportedItem",
            requiredProperties = {"index", "kind", "outcome"})
    record ImportedItemJson(
            int index,
            String kind,
            @Nullable String uid,
            @Nullable String title,
            Outcome outcome,
            @Nullable UUID task,
            @Nullable String code,
            @Nullable String detail) {

        static ImportedItemJson from(ImportedItem item) {
            return new ImportedItemJson(
                    item.index(),
                    item.kind(),
                    item.uid(),
                    item.title(),
                    item.outcome(),
                    item.task() == null ? null : item.task().value(),
                    item.code(),
                    item.why());
        }
    }

    static ImportReportJson from(List<ImportedItem> items) {
        return new ImportReportJson(
                count(items, Outcome.CREATED),
                count(items, Outcome.UPDATED),
                count(items, Outcome.UNCHANGED),
                count(items, Outcome.SKIPPED),
                items.stream().map(ImportedItemJson::from).toList());
    }

    private static int count(List<ImportedItem> items, Outcome outcome) {
        return (int) items.stream().filter(item -> item.outcome() == outcome).count();
    }
}
