package dev.mainstay.http.plans;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** What to pay by, as the provider of payments knows it. */
@Serdeable
@Schema(name = "PaymentMethod", requiredProperties = "paymentMethod", example = "{\"paymentMethod\":\"pm_4712\"}")
record PaymentMethodJson(
        @Schema(minLength = 1, maxLength = 255) String paymentMethod) {}
