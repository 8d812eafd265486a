package dev.mainstay.http.docs;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.servers.Server;

/** What the description says of the API as a whole. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Mainstay",
                        version = "1",
                        description = """
                                The backend of an app: identity, planner, home, finance, plans.

                                **Data.** Each operation says where its answer comes from. *Facts* are rows of PostgreSQL, read or \
                                written in this request. A *view* is computed from facts and may come from the cache; \
                                `Cache-Status` says whether it did, and a view shows every change answered before it was \
                                asked, whatever becomes of Redis. A *signal* lives as long as its TTL and is no fact.

                                **Errors** are `application/problem+json` (RFC 9457); `code` is for programs, `detail` for people.

                                **Changes** name the version they are meant for: send the `ETag` you have read as `If-Match`.

                                **Repeats** are safe: send the same `Idempotency-Key` with the same request, and it has its effect \
                                once and gets the first answer again.

                                **Lists** come in pages: send `next` as `cursor` for the following one.

                                **Limits**: `RateLimit` says what is left, `RateLimit-Policy` of how much, `Retry-After` when to come \
                                back.""",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
        servers = @Server(url = "/", description = "This server."),
        security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(
        name = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "The accessToken that login and refresh answer.")
final class ApiDocument {

    private ApiDocument() {}
}
