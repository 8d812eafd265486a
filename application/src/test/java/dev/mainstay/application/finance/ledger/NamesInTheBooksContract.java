package dev.mainstay.application.finance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.finance.ledger.Annotation;
import dev.mainstay.domain.finance.ledger.Attachment;
import dev.mainstay.domain.finance.ledger.AttachmentId;
import dev.mainstay.domain.finance.ledger.Category;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.CategoryKind;
import dev.mainstay.domain.finance.ledger.LedgerAccount;
import dev.mainstay.domain.finance.ledger.LedgerName;
import dev.mainstay.domain.finance.ledger.Notes;
import dev.mainstay.domain.finance.ledger.Origin;
import dev.mainstay.domain.finance.ledger.Payee;
import dev.mainstay.domain.finance.ledger.PayeeId;
import dev.mainstay.domain.finance.ledger.PostingTarget;
import dev.mainstay.domain.finance.ledger.Tags;
import dev.mainstay.domain.finance.ledger.Transaction;
import dev.mainstay.domain.finance.ledger.TransactionId;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.domain.refusal.Stale;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store of accounts, categories, payees and annotations does. */
public abstract class NamesInTheBooksContract extends BooksFixture {

    private static final LedgerName OTHER = new LedgerName("Straße 🏦");

    @Test
    void an_account_comes_back_as_it_was_stored_and_to_its_owner_alone() {
        var owner = newUser();
        var account = account(owner, "Bank");
        var changed = account.rename(OTHER).close(NOON.plusSeconds(1));

        assertThat(books().accounts().get(account.id(), owner)).isEqualTo(account);
        assertThatExceptionOfType(Stale.class).isThrownBy(() -> store(changed));
        store(account.rename(OTHER));
        store(changed);
        assertThat(books().accounts().get(account.id(), owner)).isEqualTo(changed);
        assertThat(write(() -> books().accounts().lock(account.id(), owner))).isEqualTo(changed);
        assertThat(balance(account)).isEqualTo("0 and 0 pending");

        var stranger = newUser();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> books().accounts().get(account.id(), stranger));
        assertThat(write(() -> books().accounts().lockAll(stranger, List.of(account.id()))))
                .isEmpty();
        assertThat(books().reader().balances(stranger, List.of(account.id()))).isEmpty();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> books().accounts().add(changed));
    }

    private LedgerAccount store(LedgerAccount changed) {
        return write(() -> {
            books().accounts().replace(changed);
            return changed;
        });
    }

    @Test
    void accounts_come_in_pages_by_name_and_no_two_of_an_owner_have_one_name() {
        var owner = newUser();
        Stream.of("b", "Ä", "a", "Z", "🏦").forEach(name -> account(owner, name));
        account(newUser(), "a");

        var first = books().accounts().page(owner, new PageRequest(3, null));
        var rest = books().accounts().page(owner, new PageRequest(3, first.next()));

        assertThat(first.items()).extracting(account -> account.name().value()).containsExactly("a", "b", "Z");
        assertThat(rest.items()).extracting(account -> account.name().value()).containsExactly("Ä", "🏦");
        assertThat(rest.next()).isNull();
        assertThat(books().accounts().count(owner)).isEqualTo(5);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> account(owner, "z"))
                .satisfies(conflict -> assertThat(conflict.code()).isEqualTo("account_name_taken"));
        var b = books().accounts().all(owner).get(1);
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> store(b.rename(new LedgerName("A"))));
    }

    @Test
    void categories_stand_under_each_other_and_go_when_they_were_never_used() {
        var owner = newUser();
        var food = category(owner, "Food", CategoryKind.EXPENSE);
        var under = Category.create(new CategoryId(newId()), owner, CategoryKind.EXPENSE, food.name(), food);
        add(under);

        assertThat(books().categories().get(under.id(), owner)).isEqualTo(under);
        assertThat(books().categories().hasChildren(food.id())).isTrue();
        assertThat(books().categories().find(owner, List.of(food.id(), under.id())))
                .hasSize(2);
        assertThat(books().categories().find(newUser(), List.of(food.id()))).isEmpty();
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> category(owner, "FOOD", CategoryKind.EXPENSE));
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> remove(food));
        var archived = under.archive(NOON);
        write(() -> {
            books().categories().replace(archived);
            return true;
        });
        assertThat(books().categories().page(owner, new PageRequest(1, null)).items())
                .containsExactly(food);
        assertThat(books().categories().all(owner)).containsExactly(food, archived);

        var account = account(owner, "Bank");
        post(owner, NOON, move(PostingTarget.to(food.id()), PostingTarget.to(account.id()), 5));
        remove(archived);
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> remove(food));
        assertThat(books().categories().all(owner)).containsExactly(food);
    }

    private void add(Category category) {
        write(() -> {
            books().categories().takeTurns(category.owner());
            books().categories().add(category);
            return true;
        });
    }

    private void remove(Category category) {
        write(() -> {
            books().categories().remove(category.id());
            return true;
        });
    }

    @Test
    void payees_are_named_in_annotations_until_they_go() {
        var owner = newUser();
        var category = category(owner, "Rent", CategoryKind.EXPENSE);
        var payee = Payee.create(new PayeeId(newId()), owner, new LedgerName("Landlord"), category.id());
        write(() -> {
            books().payees().add(payee);
            return true;
        });
        var account = account(owner, "Bank");
        var rent = Transaction.posted(
                new TransactionId(newId()),
                owner,
                content(NOON, "Rent", move(PostingTarget.to(category.id()), PostingTarget.to(account.id()), 5)),
                Origin.MANUAL,
                NOON);
        var said = Annotation.first(rent.id(), owner, new Notes("a\nb"), payee.id(), Tags.of("flat", "Tür, 1"));
        add(rent, said);

        assertThat(books().annotations().get(rent.id(), owner)).isEqualTo(said);
        assertThat(books().payees().get(payee.id(), owner)).isEqualTo(payee);
        assertThat(books().payees().page(owner, new PageRequest(5, null)).items())
                .containsExactly(payee);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> write(() -> {
                    books().payees().add(Payee.create(new PayeeId(newId()), owner, new LedgerName("LANDLORD"), null));
                    return true;
                }));
        write(() -> {
            books().payees().replace(payee.revise(OTHER, null));
            books().payees().remove(payee.id());
            return true;
        });

        assertThat(books().payees().find(owner, List.of(payee.id()))).isEmpty();
        assertThat(books().annotations().get(rent.id(), owner).payee()).isNull();
    }

    @Test
    void annotations_change_by_version_and_files_come_and_go() {
        var owner = newUser();
        var account = account(owner, "Bank");
        var other = account(owner, "Cash");
        var moved = post(owner, NOON, move(PostingTarget.to(other.id()), PostingTarget.to(account.id()), 5));
        var said = books().annotations().get(moved.id(), owner);
        var changed = said.revise(new Notes("x"), null, Tags.of("y"));
        var file = new Attachment(
                new AttachmentId(newId()), moved.id(), owner, "b.pdf", "application/pdf", 7, "0f".repeat(32), NOON);

        assertThatExceptionOfType(Stale.class)
                .isThrownBy(() -> write(() -> {
                    books().annotations().replace(changed.revise(Notes.NONE, null, Tags.NONE));
                    return true;
                }));
        write(() -> {
            books().annotations().replace(changed);
            books().annotations().attach(file);
            return true;
        });

        var shown = books().reader().transaction(moved.id(), owner);
        assertThat(shown.annotation()).isEqualTo(changed);
        assertThat(shown.attachments()).isEqualTo(1);
        assertThat(books().annotations().attachments(moved.id(), owner)).containsExactly(file);
        var stranger = newUser();
        assertThat(books().annotations().attachments(moved.id(), stranger)).isEmpty();
        assertThat(write(() -> books().annotations().detach(file.id(), moved.id(), stranger)))
                .isFalse();
        assertThat(write(() -> books().annotations().detach(file.id(), moved.id(), owner)))
                .isTrue();
        assertThat(books().annotations().attachments(moved.id(), owner)).isEmpty();
    }
}
