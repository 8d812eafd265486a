package dev.mainstay.application.home;

import dev.mainstay.application.planner.FocusNow;
import java.time.Duration;

/**
 * The session that has not ended, and how much was focused today.
 *
 * @param today in finished sessions; the running one comes on top when it is finished
 */
public record FocusContent(FocusNow now, Duration today) implements KeptContent {}
