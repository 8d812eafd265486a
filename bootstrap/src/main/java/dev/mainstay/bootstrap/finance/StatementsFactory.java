package dev.mainstay.bootstrap.finance;

import dev.mainstay.application.finance.ledger.Categories;
import dev.mainstay.application.finance.ledger.KeepCategories;
import dev.mainstay.application.finance.ledger.LedgerAccounts;
import dev.mainstay.application.finance.ledger.RecordTransactions;
import dev.mainstay.application.finance.statements.CommitStatement;
import dev.mainstay.application.finance.statements.KeepStatements;
import dev.mainstay.application.finance.statements.ShowStatements;
import dev.mainstay.application.finance.statements.Statements;
import dev.mainstay.application.finance.statements.StatementsOwnedData;
import dev.mainstay.application.identity.OwnedData;
import dev.mainstay.application.plans.Entitlements;
import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.bootstrap.jobs.PeriodicJob;
import dev.mainstay.postgres.finance.statements.PostgresStatements;
import dev.mainstay.postgres.sql.Database;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** Banks' statements (F3). */
@Factory
@Requires(property = "mainstay.features.finance", notEquals = "false")
final class StatementsFactory {

    @Singleton
    Statements statements(Database database) {
        return new PostgresStatements(database);
    }

    @Singleton
    ShowStatements showStatements(Statements statements, LedgerAccounts accounts, Categories categories) {
        return new ShowStatements(statements, accounts, categories);
    }

    @Singleton
    KeepStatements keepStatements(
            Writes writes,
            Statements statements,
            LedgerAccounts accounts,
            ShowStatements show,
            Entitlements entitlements,
            Ids ids,
            InstantSource clock) {
        return new KeepStatements(writes, statements, accounts, show, entitlements, ids, clock);
    }

    @Singleton
    CommitStatement commitStatement(
            Writes writes,
            Statements statements,
            LedgerAccounts accounts,
            Categories categories,
            ShowStatements show,
            RecordTransactions record,
            KeepCategories keep,
            InstantSource clock) {
        return new CommitStatement(writes, statements, accounts, categories, show, record, keep, clock);
    }

    @Singleton
    OwnedData statementsOwnedData(Statements statements) {
        return new StatementsOwnedData(statements);
    }

    @Singleton
    PeriodicJob purgingStatements(KeepStatements keep) {
        return new PeriodicJob("purge-statements", Duration.ofHours(6), keep::purge);
    }
}
