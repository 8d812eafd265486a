package dev.mainstay.http.identity;

import dev.mainstay.application.identity.Register;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a newcomer tells.
 *
 * @param email the address the code goes to
 * @param password at least 10 characters
 * @param name how others see the user; may be left out
 * @param timeZone an IANA zone; UTC unless told
 * @param locale a BCP 47 language tag; en unless told
 */
@Serdeable
@Schema(
        requiredProperties = {"email", "password"},
        example = """
                {"email":"ann@example.org","password":"correct horse battery","name":"Ann","timeZone":"Europe/Vienna",\
                "locale":"de-AT"}""")
record RegistrationJson(
        String email,
        String password,
        @Nullable String name,
        @Nullable String timeZone,
        @Nullable String locale) {

    Register.Command toCommand() {
        ZoneId zone = timeZone == null ? TimeZones.UTC : TimeZones.parse("timeZone", timeZone);
        return new Register.Command(email, password, name == null ? "" : name, zone, locale == null ? "en" : locale);
    }

    @Override
    public String toString() {
        return "RegistrationJson";
    }
}
