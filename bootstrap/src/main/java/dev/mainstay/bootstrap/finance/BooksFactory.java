package dev.mainstay.bootstrap.finance;

import dev.mainstay.application.finance.ledger.AccountsUsed;
import dev.mainstay.application.finance.ledger.AnnotateTransaction;
import dev.mainstay.application.finance.ledger.Annotations;
import dev.mainstay.application.finance.ledger.Categories;
import dev.mainstay.application.finance.ledger.CheckBooks;
import dev.mainstay.application.finance.ledger.DraftEntry;
import dev.mainstay.application.finance.ledger.DraftTransfer;
import dev.mainstay.application.finance.ledger.KeepCategories;
import dev.mainstay.application.finance.ledger.KeepPayees;
import dev.mainstay.application.finance.ledger.LedgerAccounts;
import dev.mainstay.application.finance.ledger.LedgerOwnedData;
import dev.mainstay.application.finance.ledger.LedgerReader;
import dev.mainstay.application.finance.ledger.LedgerTransactions;
import dev.mainstay.application.finance.ledger.OpenAccount;
import dev.mainstay.application.finance.ledger.Payees;
import dev.mainstay.application.finance.ledger.RecordTransactions;
import dev.mainstay.application.finance.ledger.RehearseTransaction;
import dev.mainstay.application.finance.ledger.ReverseTransaction;
import dev.mainstay.application.finance.ledger.ReviseAccount;
import dev.mainstay.application.finance.ledger.SettleTransaction;
import dev.mainstay.application.finance.ledger.ShowLedger;
import dev.mainstay.application.finance.rates.ExchangeRates;
import dev.mainstay.application.identity.OwnedData;
import dev.mainstay.application.identity.UserZones;
import dev.mainstay.application.plans.Entitlements;
import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.bootstrap.jobs.PeriodicJob;
import dev.mainstay.postgres.finance.ledger.PostgresAnnotations;
import dev.mainstay.postgres.finance.ledger.PostgresCategories;
import dev.mainstay.postgres.finance.ledger.PostgresDisagreements;
import dev.mainstay.postgres.finance.ledger.PostgresLedgerAccounts;
import dev.mainstay.postgres.finance.ledger.PostgresLedgerReader;
import dev.mainstay.postgres.finance.ledger.PostgresLedgerTransactions;
import dev.mainstay.postgres.finance.ledger.PostgresPayees;
import dev.mainstay.postgres.sql.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/** The books: accounts, categories, payees, transactions (F1). */
@Factory
@Requires(property = "mainstay.features.finance", notEquals = "false")
final class BooksFactory {

    @Singleton
    LedgerAccounts ledgerAccounts(Database database) {
        return new PostgresLedgerAccounts(database);
    }

    @Singleton
    AccountsUsed accountsUsed(LedgerAccounts accounts) {
        return new AccountsUsed(accounts);
    }

    @Singleton
    Categories categories(Database database) {
        return new PostgresCategories(database);
    }

    @Singleton
    Payees payees(Database database) {
        return new PostgresPayees(database);
    }

    @Singleton
    LedgerTransactions ledgerTransactions(Database database) {
        return new PostgresLedgerTransactions(database);
    }

    @Singleton
    Annotations annotations(Database database) {
        return new PostgresAnnotations(database);
    }

    @Singleton
    LedgerReader ledgerReader(Database database) {
        return new PostgresLedgerReader(database);
    }

    @Singleton
    ShowLedger showLedger(
            LedgerAccounts accounts,
            Categories categories,
            Payees payees,
            Annotations annotations,
            LedgerReader reader) {
        return new ShowLedger(accounts, categories, payees, annotations, reader);
    }

    @Singleton
    RecordTransactions recordTransactions(
            Writes writes,
            LedgerAccounts accounts,
            Categories categories,
            Payees payees,
            LedgerTransactions transactions,
            Annotations annotations,
            UserZones zones,
            Ids ids,
            InstantSource clock) {
        return new RecordTransactions(
                writes, accounts, categories, payees, transactions, annotations, zones, ids, clock);
    }

    @Singleton
    SettleTransaction settleTransaction(
            Writes writes,
            LedgerAccounts accounts,
            Categories categories,
            LedgerTransactions transactions,
            UserZones zones,
            InstantSource clock) {
        return new SettleTransaction(writes, accounts, categories, transactions, zones, clock);
    }

    @Singleton
    ReverseTransaction reverseTransaction(
            Writes writes,
            LedgerAccounts accounts,
            LedgerTransactions transactions,
            Annotations annotations,
            UserZones zones,
            Ids ids,
            InstantSource clock) {
        return new ReverseTransaction(writes, accounts, transactions, annotations, zones, ids, clock);
    }

    @Singleton
    RehearseTransaction rehearseTransaction(Writes writes, LedgerReader reader) {
        return new RehearseTransaction(writes, reader);
    }

    @Singleton
    DraftEntry draftEntry(Categories categories) {
        return new DraftEntry(categories);
    }

    @Singleton
    DraftTransfer draftTransfer(LedgerAccounts accounts, ExchangeRates rates, UserZones zones, InstantSource clock) {
        return new DraftTransfer(accounts, rates, zones, clock);
    }

    @Singleton
    OpenAccount openAccount(
            Writes writes,
            LedgerAccounts accounts,
            RecordTransactions record,
            Entitlements entitlements,
            Ids ids,
            InstantSource clock) {
        return new OpenAccount(writes, accounts, record, entitlements, ids, clock);
    }

    @Singleton
    ReviseAccount reviseAccount(Writes writes, LedgerAccounts accounts, InstantSource clock) {
        return new ReviseAccount(writes, accounts, clock);
    }

    @Singleton
    KeepCategories keepCategories(Writes writes, Categories categories, Ids ids, InstantSource clock) {
        return new KeepCategories(writes, categories, ids, clock);
    }

    @Singleton
    KeepPayees keepPayees(Writes writes, Payees payees, Categories categories, Ids ids) {
        return new KeepPayees(writes, payees, categories, ids);
    }

    @Singleton
    AnnotateTransaction annotateTransaction(
            Writes writes, Annotations annotations, Payees payees, Ids ids, InstantSource clock) {
        return new AnnotateTransaction(writes, annotations, payees, ids, clock);
    }

    @Singleton
    OwnedData ledgerOwnedData(
            LedgerAccounts accounts,
            Categories categories,
            Payees payees,
            Annotations annotations,
            LedgerReader reader) {
        return new LedgerOwnedData(accounts, categories, payees, annotations, reader);
    }

    /** What it found last is the metric {@code mainstay.books.disagreements}, which is zero. */
    @Singleton
    PeriodicJob checkingBooks(Database database, MeterRegistry meters) {
        var check = new CheckBooks(new PostgresDisagreements(database));
        var found = new AtomicInteger();
        meters.gauge("mainstay.books.disagreements", found);
        return new PeriodicJob("check-books", Duration.ofHours(24), () -> found.set(check.run()));
    }
}
