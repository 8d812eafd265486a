/** The WebSocket {@code /api/v1/live}: authenticated, bounded, and always telling the latest state (P3, W2); see docs/live.md. */
@NullMarked
package dev.mainstay.http.live;

import org.jspecify.annotations.NullMarked;
