package dev.mainstay.http.planner.exchange;

import dev.mainstay.domain.planner.Task;
import java.util.List;

/** Writes tasks in a format, part by part; the parts in order are the file, in UTF-8. */
public interface TaskWriter {

    byte[] begin();

    byte[] tasks(List<Task> tasks);

    byte[] end();
}
