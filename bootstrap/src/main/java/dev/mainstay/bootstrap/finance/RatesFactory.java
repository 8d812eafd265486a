package dev.mainstay.bootstrap.finance;

import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.application.finance.rates.EuroQuotes;
import dev.mainstay.application.finance.rates.ExchangeRates;
import dev.mainstay.application.finance.rates.ImportRates;
import dev.mainstay.application.finance.rates.RateViews;
import dev.mainstay.application.finance.rates.ShowRates;
import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.bootstrap.ground.FeatureViews;
import dev.mainstay.postgres.finance.rates.PostgresEuroQuotes;
import dev.mainstay.postgres.finance.rates.PostgresExchangeRates;
import dev.mainstay.postgres.sql.Database;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** Exchange rates (F2). */
@Factory
@Requires(property = "mainstay.features.finance", notEquals = "false")
final class RatesFactory {

    @Singleton
    ExchangeRates exchangeRates(Database database) {
        return new PostgresExchangeRates(database);
    }

    @Singleton
    EuroQuotes euroQuotes(Database database) {
        return new PostgresEuroQuotes(database);
    }

    @Singleton
    FeatureViews rateViews() {
        return new FeatureViews(RateViews.all());
    }

    @Singleton
    ShowRates showRates(ViewCache views, ExchangeRates rates) {
        return new ShowRates(views, rates);
    }

    @Singleton
    ImportRates importRates(Writes writes, EuroQuotes quotes, Ids ids) {
        return new ImportRates(writes, quotes, ids);
    }
}
