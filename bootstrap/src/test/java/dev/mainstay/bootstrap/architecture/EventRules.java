package dev.mainstay.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.Tier;
import dev.mainstay.domain.event.DomainEvent;
import java.util.List;

/** Events and views belong together. */
final class EventRules {

    static final ArchRule every_event_is_raised_somewhere = classes()
            .that()
            .implement(DomainEvent.class)
            .and()
            .areNotInterfaces()
            .should(new BeMadeByAnother())
            .because("an event that nobody raises invalidates nothing, and somebody relies on it");

    static final ArchRule every_view_names_what_invalidates_it = fields().that()
            .haveRawType(CachedView.class)
            .and()
            .areStatic()
            .should(new NameWhatInvalidatesIt())
            .because("G6: a coherent view that no event touches is stale with the first write");

    static final ArchRule every_view_is_in_the_list_of_its_feature = fields().that()
            .haveRawType(CachedView.class)
            .and()
            .areStatic()
            .should(new BeListed())
            .because("the catalogue is made of these lists, and a view outside it is never invalidated");

    private EventRules() {}

    private static final class BeMadeByAnother extends ArchCondition<JavaClass> {
        BeMadeByAnother() {
            super("be made by another class");
        }

        @Override
        public void check(JavaClass event, ConditionEvents events) {
            boolean made = event.getConstructorCallsToSelf().stream()
                            .anyMatch(call -> !call.getOriginOwner().equals(event))
                    || event.getConstructorReferencesToSelf().stream()
                            .anyMatch(reference -> !reference.getOriginOwner().equals(event));
            if (!made && !event.getModifiers().contains(JavaModifier.ABSTRACT)) {
                events.add(SimpleConditionEvent.violated(event, event.getName() + " is raised nowhere"));
            }
        }
    }

    private static final class NameWhatInvalidatesIt extends ArchCondition<JavaField> {
        NameWhatInvalidatesIt() {
            super("name what invalidates it");
        }

        @Override
        public void check(JavaField field, ConditionEvents events) {
            CachedView<?, ?> view = view(field);
            if (view.tier() == Tier.COHERENT && view.invalidatingEvents().isEmpty()) {
                events.add(SimpleConditionEvent.violated(field, field.getFullName() + " names no event"));
            }
        }
    }

    private static final class BeListed extends ArchCondition<JavaField> {
        BeListed() {
            super("be listed by all()");
        }

        @Override
        public void check(JavaField field, ConditionEvents events) {
            if (!listed(field).contains(view(field))) {
                events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is not in all()"));
            }
        }

        private static List<?> listed(JavaField field) {
            try {
                var all = field.getOwner().reflect().getDeclaredMethod("all");
                all.setAccessible(true);
                return (List<?>) all.invoke(null);
            } catch (ReflectiveOperationException none) {
                return List.of();
            }
        }
    }

    static CachedView<?, ?> view(JavaField field) {
        try {
            var reflected = field.reflect();
            reflected.setAccessible(true);
            return (CachedView<?, ?>) reflected.get(null);
        } catch (IllegalAccessException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
