package dev.mainstay.application.audit;

import dev.mainstay.application.writing.InMemoryTransactions;

class InMemoryAuditLogTest extends AuditLogContract {

    @Override
    protected Opened open() {
        var memory = new InMemoryTransactions();
        return new Opened(new InMemoryAuditLog(memory), memory);
    }
}
