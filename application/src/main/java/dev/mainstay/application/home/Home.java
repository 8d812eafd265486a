package dev.mainstay.application.home;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What is cached of a user's home page: the view {@code widgets:home:user:{id}} (W1). The moment of its making stands beside it, in
 * {@code Cached.asOf}, so that two pages made of the same facts on the same day are equal. Balances are not in it (G10); {@link HomePage}
 * is what is shown.
 *
 * @param widgets those that are not hidden, in the user's order
 * @param goodUntil when time alone makes it untrue: local midnight, or a due time before; not after its making if a widget is
 *     missing, so that such a page is never kept
 */
public record Home(ZoneId zone, LocalDate today, List<Slot> widgets, Instant goodUntil) {
    public Home {
        widgets = List.copyOf(widgets);
    }
}
