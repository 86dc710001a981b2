package org.tillwright.system.devices;

import java.io.IOException;

/** Sends signals that Java has no word for. */
final class Signals {

    private Signals() {}

    /** @throws IOException if there is no such process */
    static void send(String name, long pid) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                .redirectErrorStream(true)
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("no process " + pid + " took the signal " + name);
        }
    }
}
