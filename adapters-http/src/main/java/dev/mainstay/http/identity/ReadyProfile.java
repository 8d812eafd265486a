package dev.mainstay.http.identity;

import dev.mainstay.application.coherence.Rendering;
import dev.mainstay.application.identity.ProfileCard;
import dev.mainstay.application.identity.ShowProfile;
import dev.mainstay.http.caching.ReadyAnswer;
import dev.mainstay.http.caching.ReadyRendering;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
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
        return new ReadyRendering<>(
                ShowProfile.view(),
                ProfileJson.class,
                (card, asOf) -> Optional.of(ProfileJson.from(card)),
                ProfileJson::etag,
                json);
    }
}
