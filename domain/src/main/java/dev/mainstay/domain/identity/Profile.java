package dev.mainstay.domain.identity;

import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.domain.refusal.Invalid.FieldError;
import dev.mainstay.domain.text.PlainText;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a user says about themselves and how they like things (U1).
 *
 * @param name up to {@value #MAX_NAME} characters; may be empty
 * @param bio up to {@value #MAX_BIO} characters; may be empty
 * @param locale a BCP 47 language tag
 * @param preferences other settings of clients, up to {@value #MAX_PREFERENCES}
 */
public record Profile(
        UserId user,
        String name,
        String bio,
        Theme theme,
        ZoneId timeZone,
        String locale,
        Map<String, String> preferences,
        Version version) {

    public static final int MAX_NAME = 100;
    public static final int MAX_BIO = 2000;
    public static final int MAX_PREFERENCES = 50;
    public static final int MAX_PREFERENCE = 500;
    private static final Pattern PREFERENCE_NAME = Pattern.compile("[a-z][a-zA-Z0-9.]{0,49}");

    public Profile {
        preferences = Map.copyOf(preferences);
        var errors = new ArrayList<FieldError>();
        PlainText.lineFault("name", name, MAX_NAME).ifPresent(errors::add);
        PlainText.textFault("bio", bio, MAX_BIO).ifPresent(errors::add);
        if (locale.length() > 35 || Locale.forLanguageTag(locale).getLanguage().isEmpty()) {
            errors.add(new FieldError("locale", "malformed", "must be a BCP 47 language tag, such as de-AT"));
        }
        if (preferences.size() > MAX_PREFERENCES) {
            errors.add(new FieldError("preferences", "too_many", "must be at most 50"));
        }
        preferences.forEach((key, value) -> {
            if (!PREFERENCE_NAME.matcher(key).matches()
                    || value.length() > MAX_PREFERENCE
                    || value.indexOf('\0') >= 0) {
                errors.add(new FieldError(
                        "preferences." + (key.length() > 50 ? key.substring(0, 50) : key),
                        "malformed",
                        "must have a name of up to 50 letters, digits and dots that starts with a lowercase letter, and a value of up to"
                                + " 500 characters"));
            }
        });
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }

    public static Profile begin(UserId user, String name, ZoneId timeZone, String locale) {
        return new Profile(user, name, "", Theme.SYSTEM, timeZone, locale, Map.of(), Version.FIRST);
    }

    public Profile revise(ProfileChanges changes) {
        var settings = new HashMap<>(preferences);
        changes.preferences()
                .forEach((key, value) ->
                        value.ifPresentOrElse(set -> settings.put(key, set), () -> settings.remove(key)));
        return new Profile(
                user,
                changes.name().orElse(name),
                changes.bio().orElse(bio),
                changes.theme().orElse(theme),
                changes.timeZone().orElse(timeZone),
                changes.locale().orElse(locale),
                settings,
                version.next());
    }
}
