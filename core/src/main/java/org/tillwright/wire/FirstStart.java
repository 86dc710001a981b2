package org.tillwright.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Limit;

/**
 * The secrets a server makes when it starts on a new database. Written once to a file that only its owner may read, and
 * shown to the person who set the server up; never logged.
 *
 * @param passwords of those who may sign in at the console; null in files from before there was one
 */
public record FirstStart(List<Pin> pins, List<Code> codes, @Nullable List<Password> passwords) {

    /** The first PIN of one operator. */
    public record Pin(@Limit(20) String operatorNumber, String name, @Limit(20) String role, @Limit(20) String pin) {}

    /** The one-time code that enrols a register at one workstation. */
    public record Code(@Limit(40) String workstationId, @Limit(40) String code) {}

    /** The first password of one manager. */
    public record Password(@Limit(20) String operatorNumber, String name, @Limit(100) String password) {}

    /** Returns the passwords, none from a file that has none. */
    public List<Password> consolePasswords() {
        return passwords == null ? List.of() : passwords;
    }
}
