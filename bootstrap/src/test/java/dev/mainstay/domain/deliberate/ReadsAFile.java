package dev.mainstay.domain.deliberate;

import dev.mainstay.bootstrap.architecture.Violates;
import java.nio.file.Path;

@Violates("the_domain_knows_only_the_language_and_itself")
record ReadsAFile(Path file) {}
