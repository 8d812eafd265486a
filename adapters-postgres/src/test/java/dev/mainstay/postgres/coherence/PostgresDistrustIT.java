package dev.mainstay.postgres.coherence;

import dev.mainstay.application.coherence.DistrustContract;

class PostgresDistrustIT extends DistrustContract {

    private final PostgresLedgerFixture fixture = new PostgresLedgerFixture();

    @Override
    protected Fixture fixture() {
        return fixture;
    }
}
