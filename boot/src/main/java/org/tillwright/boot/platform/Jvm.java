package org.tillwright.boot.platform;

import java.nio.file.Path;

/** The Java that runs us also runs the server. */
public final class Jvm {

    private Jvm() {}

    public static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
