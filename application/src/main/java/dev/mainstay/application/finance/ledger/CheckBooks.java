package dev.mainstay.application.finance.ledger;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Computes anew, from time to time, everything that follows from the postings, and cries out if anything is not as it should be. */
public final class CheckBooks {

    private static final Logger log = LoggerFactory.getLogger(CheckBooks.class);

    private final Disagreements disagreements;

    public CheckBooks(Disagreements disagreements) {
        this.disagreements = disagreements;
    }

    /** What does not agree; empty, unless somebody went around the rules of the database. */
    @FunctionalInterface
    public interface Disagreements {
        List<String> find();
    }

    /**
     * Looks once.
     *
     * @return how many there are
     */
    public int run() {
        var found = disagreements.find();
        found.stream().limit(20).forEach(each -> log.error("books_disagree what={}", each));
        return found.size();
    }
}
