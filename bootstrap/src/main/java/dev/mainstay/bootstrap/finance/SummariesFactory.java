package dev.mainstay.bootstrap.finance;

import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.application.finance.rates.ExchangeRates;
import dev.mainstay.application.finance.summaries.NetWorthReader;
import dev.mainstay.application.finance.summaries.ShowNetWorth;
import dev.mainstay.application.finance.summaries.ShowSummaries;
import dev.mainstay.application.finance.summaries.SummaryReader;
import dev.mainstay.application.finance.summaries.SummaryViews;
import dev.mainstay.application.identity.UserZones;
import dev.mainstay.application.reading.Reads;
import dev.mainstay.bootstrap.ground.FeatureViews;
import dev.mainstay.postgres.finance.summaries.PostgresNetWorthReader;
import dev.mainstay.postgres.finance.summaries.PostgresSummaryReader;
import dev.mainstay.postgres.sql.Database;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Summaries and net worth (F3). */
@Factory
@Requires(property = "mainstay.features.finance", notEquals = "false")
final class SummariesFactory {

    @Singleton
    SummaryReader summaryReader(Database database) {
        return new PostgresSummaryReader(database);
    }

    @Singleton
    NetWorthReader netWorthReader(Database database) {
        return new PostgresNetWorthReader(database);
    }

    @Singleton
    FeatureViews summaryViews() {
        return new FeatureViews(SummaryViews.all());
    }

    @Singleton
    ShowSummaries showSummaries(
            ViewCache views, Reads reads, SummaryReader reader, UserZones zones, InstantSource clock) {
        return new ShowSummaries(views, reads, reader, zones, clock);
    }

    @Singleton
    ShowNetWorth showNetWorth(NetWorthReader reader, ExchangeRates rates) {
        return new ShowNetWorth(reader, rates);
    }
}
