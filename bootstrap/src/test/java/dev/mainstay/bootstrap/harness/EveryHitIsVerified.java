package dev.mainstay.bootstrap.harness;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails the class of tests during which a cache hit differed from the facts (coherence.md, "Proof", 4). Found by JUnit itself. */
public final class EveryHitIsVerified implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext context) {
        MainstayServer.checkEveryHit();
    }
}
