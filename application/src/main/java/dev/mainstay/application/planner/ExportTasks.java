package dev.mainstay.application.planner;

import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.Task;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Reads all of an owner's tasks in the owner's own order, a page at a time, so that an export never holds them all. */
public final class ExportTasks {

    private final TaskReader reader;

    public ExportTasks(TaskReader reader) {
        this.reader = reader;
    }

    /** The tasks in pages; each is read when it is asked for, and what changes meanwhile may or may not be in it. */
    public Iterator<List<Task>> pages(UserId owner, TaskFilter filter) {
        return new Pages(owner, filter);
    }

    private final class Pages implements Iterator<List<Task>> {
        private final UserId owner;
        private final TaskFilter filter;
        private @Nullable Page<Task> last;

        Pages(UserId owner, TaskFilter filter) {
            this.owner = owner;
            this.filter = filter;
        }

        @Override
        public boolean hasNext() {
            return last == null || last.next() != null;
        }

        @Override
        public List<Task> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            var after = last == null ? null : last.next();
            last = reader.list(owner, filter, TaskOrder.MANUAL, new PageRequest(PageRequest.MAX_LIMIT, after));
            return last.items();
        }
    }
}
