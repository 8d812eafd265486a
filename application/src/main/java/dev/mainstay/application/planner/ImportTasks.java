package dev.mainstay.application.planner;

import dev.mainstay.application.planner.ImportCandidate.Unusable;
import dev.mainstay.application.planner.ImportCandidate.Usable;
import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.TasksImported;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Stores the tasks of a file: new ones are added, those with a known UID brought up to date. It does so in parts of
 * {@value #AT_ONCE}, each in one transaction; should it end half-way, the parts before it are stored, and importing the same file
 * again does the rest. An item that cannot be stored never keeps another from being stored.
 */
public final class ImportTasks {

    static final int AT_ONCE = 500;

    /** Of a file; what comes after is not read. */
    public static final int MOST_ITEMS = 50_000;

    private final Writes writes;
    private final Tasks tasks;
    private final Recurrences recurrences;
    private final Ids ids;
    private final InstantSource clock;

    public ImportTasks(Writes writes, Tasks tasks, Recurrences recurrences, Ids ids, InstantSource clock) {
        this.writes = writes;
        this.tasks = tasks;
        this.recurrences = recurrences;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What to import.
     *
     * @param items read as they are needed, once
     */
    public record Command(UserId owner, Iterator<? extends ImportCandidate> items) {}

    /** What became of each item, in the order of the file. */
    public List<ImportedItem> handle(Command command) {
        var results = new ArrayList<ImportedItem>();
        var part = new ArrayList<ImportCandidate>(AT_ONCE);
        var items = command.items();
        while (items.hasNext() && results.size() + part.size() < MOST_ITEMS) {
            part.add(items.next());
            if (part.size() == AT_ONCE || !items.hasNext()) {
                results.addAll(store(command.owner(), List.copyOf(part)));
                part.clear();
            }
        }
        results.addAll(store(command.owner(), List.copyOf(part)));
        if (items.hasNext()) {
            results.add(ImportedItem.skipped(new Unusable(
                    results.size() + 1,
                    "rest",
                    null,
                    null,
                    "too_many_items",
                    "The file has more than %,d items; the rest was not read. Split it.".formatted(MOST_ITEMS))));
        }
        return results;
    }

    private List<ImportedItem> store(UserId owner, List<ImportCandidate> part) {
        if (part.stream().noneMatch(Usable.class::isInstance)) {
            return part.stream()
                    .map(item -> ImportedItem.skipped((Unusable) item))
                    .toList();
        }
        return writes.run(events -> {
            tasks.takeTurns(owner);
            var uids = part.stream()
                    .filter(Usable.class::isInstance)
                    .map(item -> ((Usable) item).uid())
                    .distinct()
                    .toList();
            var stored = tasks.lockByUid(owner, uids);
            var merge = new ImportMerge(owner, stored, tasks.tally(owner), recurrences, ids, clock.instant());
            var results = part.stream().map(merge::take).toList();
            tasks.addAll(merge.created());
            tasks.replaceAll(merge.updated());
            if (!merge.created().isEmpty() || !merge.updated().isEmpty()) {
                events.raise(new TasksImported(
                        owner, merge.created().size(), merge.updated().size()));
            }
            return results;
        });
    }
}
