package dev.mainstay.application.identity;

import dev.mainstay.application.jobs.WakeUps;
import dev.mainstay.application.writing.AfterCommit;
import dev.mainstay.domain.event.DomainEvent;
import dev.mainstay.domain.identity.LetterRequested;
import java.util.List;

/** Wakes the worker once a letter is committed; a wake-up that is lost costs its poll interval (G16). */
public final class WakeLetterWorker implements AfterCommit {

    private final WakeUps wakeUps;

    public WakeLetterWorker(WakeUps wakeUps) {
        this.wakeUps = wakeUps;
    }

    @Override
    public void committed(List<DomainEvent> events) {
        if (events.stream().anyMatch(LetterRequested.class::isInstance)) {
            wakeUps.wake(LetterWorker.QUEUE);
        }
    }
}
