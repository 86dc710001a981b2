package org.tillwright.boot;

import java.nio.file.Path;

/** The Java that runs us also runs the server. */
final class Jvm {

    private Jvm() {}

    static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
