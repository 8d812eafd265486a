package dev.mainstay.bootstrap;

/** What a person wants to know once everything runs. */
final class Banner {

    private Banner() {}

    static String of(Mainstay running) {
        String url = "http://localhost:" + running.port();
        return """

                Mainstay is running.
                  API            %1$s/api/v1
                  documentation  %1$s/docs        (OpenAPI: %1$s/api/openapi.yml)
                  health         %1$s/health
                  metrics        %1$s/prometheus
                  stop           Ctrl-C
                """.formatted(url);
    }
}
