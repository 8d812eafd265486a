package dev.mainstay.application.coherence;

class InMemoryIncarnationsTest extends IncarnationsContract {

    private final InMemoryLedgerFixture fixture = new InMemoryLedgerFixture();

    @Override
    protected Fixture fixture() {
        return fixture;
    }
}
