package dev.mainstay.http.plans;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** When a subscription is to end. */
@Serdeable
@Schema(name = "CancelSubscription", requiredProperties = "when", example = "{\"when\":\"PERIOD_END\"}")
record CancelJson(When when) {}
