package dev.mainstay.http.plans;

import dev.mainstay.domain.plans.Plan;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Plans, at most 200: the default plan first, then by currency and price. */
@Serdeable
@Schema(name = "Plans", requiredProperties = "items")
record PlansJson(List<PlanJson> items) {

    static PlansJson from(List<Plan> plans) {
        return new PlansJson(plans.stream().map(PlanJson::from).toList());
    }
}
