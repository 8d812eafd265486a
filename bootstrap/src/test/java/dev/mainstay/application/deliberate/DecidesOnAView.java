package dev.mainstay.application.deliberate;

import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.bootstrap.architecture.Violates;

@Violates("who_writes_decides_on_facts_and_not_on_views")
record DecidesOnAView(ViewCache views, Writes writes) {}
