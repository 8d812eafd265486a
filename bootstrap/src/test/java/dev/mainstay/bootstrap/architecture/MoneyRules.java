package dev.mainstay.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.home.LiveContent;
import dev.mainstay.domain.entity.EntityId;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is never in Redis. */
final class MoneyRules {

    static final ArchRule no_view_holds_a_balance_or_a_transaction = fields().that()
            .haveRawType(CachedView.class)
            .and()
            .areStatic()
            .should(new HoldNothingOfTheBooks())
            .because("G10: balances and transactions are facts that are never in Redis; sums for show may be");

    private MoneyRules() {}

    /** Of the books, ids and kinds alone may be cached; whatever else stands in their packages may not. */
    private static boolean isOfTheBooks(Class<?> type) {
        boolean ledger = type.getPackageName().matches("dev\\.mainstay\\.(domain|application)\\.finance\\.ledger");
        return LiveContent.class.isAssignableFrom(type)
                || (ledger && !EntityId.class.isAssignableFrom(type) && !type.isEnum());
    }

    private static final class HoldNothingOfTheBooks extends ArchCondition<JavaField> {
        HoldNothingOfTheBooks() {
            super("hold nothing of the books");
        }

        @Override
        public void check(JavaField field, ConditionEvents events) {
            reachable(EventRules.view(field).type()).stream()
                    .filter(MoneyRules::isOfTheBooks)
                    .forEach(type -> events.add(SimpleConditionEvent.violated(
                            field, field.getFullName() + " is cached and holds " + type.getName())));
        }
    }

    /** Every type that a value may be made of: through components of records, their type arguments, arrays, and what an interface permits. */
    private static Set<Class<?>> reachable(Class<?> start) {
        Set<Class<?>> found = new HashSet<>();
        Deque<Type> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            switch (open.pop()) {
                case ParameterizedType generic -> {
                    open.push(generic.getRawType());
                    List.of(generic.getActualTypeArguments()).forEach(open::push);
                }
                case Class<?> type
                when found.add(type) -> {
                    if (type.isArray()) {
                        open.push(type.getComponentType());
                    }
                    if (type.isRecord()) {
                        List.of(type.getRecordComponents()).stream()
                                .map(RecordComponent::getGenericType)
                                .forEach(open::push);
                    }
                    if (type.isSealed()) {
                        List.of(type.getPermittedSubclasses()).forEach(open::push);
                    }
                }
                default -> {}
            }
        }
        return found;
    }
}
