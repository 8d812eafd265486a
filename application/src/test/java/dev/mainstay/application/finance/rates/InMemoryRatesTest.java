package dev.mainstay.application.finance.rates;

import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.application.writing.Transactions;

class InMemoryRatesTest extends RatesContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryRates rates = new InMemoryRates(transactions);

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected ExchangeRates rates() {
        return rates;
    }

    @Override
    protected EuroQuotes quotes() {
        return rates;
    }
}
