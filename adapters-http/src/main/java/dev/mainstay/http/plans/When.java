package dev.mainstay.http.plans;

/** When something is to happen to a subscription. */
enum When {
    NOW,
    PERIOD_END
}
