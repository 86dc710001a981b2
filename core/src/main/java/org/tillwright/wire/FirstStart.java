package org.tillwright.wire;

import java.util.List;
import org.tillwright.wire.json.Limit;

/**
 * The secrets a server makes when it starts on a new database. Written once to a file that only its owner may read, and
 * shown to the person who set the server up; never logged.
 */
public record FirstStart(List<Pin> pins, List<Code> codes) {

    /** The first PIN of one operator. */
    public record Pin(@Limit(20) String operatorNumber, String name, @Limit(20) String role, @Limit(20) String pin) {}

    /** The one-time code that enrols a register at one workstation. */
    public record Code(@Limit(40) String workstationId, @Limit(40) String code) {}
}
