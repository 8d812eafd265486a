package dev.mainstay.application.coherence;

class InMemoryPendingKeysTest extends PendingKeysContract {

    private final InMemoryLedgerFixture fixture = new InMemoryLedgerFixture();

    @Override
    protected Fixture fixture() {
        return fixture;
    }
}
