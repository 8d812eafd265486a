package dev.mainstay.http.identity;

import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.Rendering;
import dev.mainstay.application.identity.ProfileCard;
import dev.mainstay.application.identity.ShowProfile;
import dev.mainstay.http.caching.ReadyAnswer;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/** The profile as it lies ready beside its view. */
@Factory
@Requires(property = "mainstay.features.identity", notEquals = "false")
@Requires(beans = ShowProfile.class)
final class ReadyProfile {

    static final String NAME = "profile";

    @Singleton
    ReadyAnswer answer(ShowProfile show) {
        return ReadyAnswer.of(NAME, show::glance);
    }

    @Singleton
    Rendering<ProfileCard> rendering(JsonMapper json) {
        return new Rendering<>() {
            @Override
            public CachedView<?, ProfileCard> view() {
                return ShowProfile.view();
            }

            @Override
            public Class<?> shape() {
                return ProfileJson.class;
            }

            @Override
            public Optional<byte[]> of(ProfileCard card, Instant asOf) {
                var profile = ProfileJson.from(card);
                try {
                    return Optional.of(ReadyAnswer.bytes(profile.etag(), json.writeValueAsBytes(profile)));
                } catch (IOException unwritable) {
                    throw new UncheckedIOException(unwritable);
                }
            }
        };
    }
}
