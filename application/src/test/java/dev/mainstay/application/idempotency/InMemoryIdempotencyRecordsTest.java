package dev.mainstay.application.idempotency;

import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.domain.identity.UserId;
import java.util.UUID;

class InMemoryIdempotencyRecordsTest extends IdempotencyRecordsContract {

    @Override
    protected Opened open() {
        var memory = new InMemoryTransactions();
        return new Opened(new InMemoryIdempotencyRecords(memory), memory);
    }

    @Override
    protected UserId user() {
        return new UserId(UUID.randomUUID());
    }
}
