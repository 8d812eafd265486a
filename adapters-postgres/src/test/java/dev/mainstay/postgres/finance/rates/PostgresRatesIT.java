package dev.mainstay.postgres.finance.rates;

import dev.mainstay.application.finance.rates.EuroQuotes;
import dev.mainstay.application.finance.rates.ExchangeRates;
import dev.mainstay.application.finance.rates.RatesContract;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.postgres.sql.Database;
import dev.mainstay.postgres.sql.TestPostgres;

class PostgresRatesIT extends RatesContract {

    private final Database database = new Database(TestPostgres.freshDatabase());

    @Override
    protected Transactions transactions() {
        return database;
    }

    @Override
    protected ExchangeRates rates() {
        return new PostgresExchangeRates(database);
    }

    @Override
    protected EuroQuotes quotes() {
        return new PostgresEuroQuotes(database);
    }
}
