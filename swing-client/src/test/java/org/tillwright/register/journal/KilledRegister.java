package org.tillwright.register.journal;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import org.tillwright.register.testing.TestKeys;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.wire.RecordKind;

/** A program that appends records for ever and says the number of each one when it is a fact; made to be killed. */
final class KilledRegister {

    private KilledRegister() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream told = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true);
        try (Journal journal = Journal.open(Path.of(arguments[0]), Clock.systemUTC(), TestKeys.SEALER)) {
            journal.enrolled(TestRegister.IDENTITY, 1);
            while (true) {
                told.println(journal.append(RecordKind.EVENT, TestRegister.RULE, TestRegister.event("A"))
                        .sequence());
            }
        }
    }
}
