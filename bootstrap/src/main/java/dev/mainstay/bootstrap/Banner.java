package dev.mainstay.bootstrap;

import dev.mainstay.bootstrap.demo.Demo.Login;
import dev.mainstay.bootstrap.demo.Demo.Logins;

/** What a person wants to know once everything runs. */
final class Banner {

    private Banner() {}

    static String of(Mainstay running) {
        String url = "http://localhost:" + running.port();
        return """

                Mainstay is running.
                  API            %1$s/api/v1
                  documentation  %1$s/docs   (OpenAPI: %1$s/api/openapi.yml)
                  health         %1$s/health
                  metrics        %1$s/prometheus
                %2$s  stop           Ctrl-C
                """.formatted(url, running.demo().map(Banner::logins).orElse(""));
    }

    private static String logins(Logins logins) {
        return """
                  demo login     %s
                  administrator  %s
                """.formatted(login(logins.user()), login(logins.administrator()));
    }

    private static String login(Login login) {
        return login.email() + "  " + login.password();
    }
}
