package dev.mainstay.bootstrap.coherence.load;

/** What one writer does again and again: it makes the next version of a fact. */
public interface WriteOperation {

    /** Makes one step, with as many requests as it takes to know where the fact stands; failures leave it to the next step. */
    void step(WriterClient client) throws InterruptedException;
}
