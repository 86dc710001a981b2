package org.tillwright.boot.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tillwright.boot.platform.Progress;
import org.tillwright.boot.platform.StartException;
import org.tillwright.wire.FirstStart;
import org.tillwright.wire.json.WireJson;

/** Shows the PINs, passwords and enrolment codes of a first start once, and then deletes the file that held them. */
final class FirstStartNotice {

    private FirstStartNotice() {}

    /** Does nothing when the server wrote no such file, which is so at every start but the first. */
    static void showOnce(Path file, Progress progress) throws StartException {
        try {
            if (Files.isRegularFile(file)) {
                show(WireJson.read(Files.readAllBytes(file), FirstStart.class), progress);
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new StartException(
                    "The first PINs, passwords and enrolment codes are in " + file
                            + ", which cannot be read and deleted: " + e.getMessage() + ".",
                    e);
        }
    }

    private static void show(FirstStart first, Progress progress) {
        progress.tell("");
        progress.tell(
                first.pins().isEmpty()
                        ? "There is a console now. Write these down; they are shown this once:"
                        : "First start. Write these down; they are shown this once:");
        for (FirstStart.Pin pin : first.pins()) {
            progress.tell("  PIN of operator %-4s %-24s %-11s %s"
                    .formatted(pin.operatorNumber(), pin.name(), pin.role(), pin.pin()));
        }
        for (FirstStart.Password password : first.consolePasswords()) {
            progress.tell("  Console password of operator %-4s %-24s %s"
                    .formatted(password.operatorNumber(), password.name(), password.password()));
        }
        for (FirstStart.Code code : first.codes()) {
            progress.tell("  Enrolment code of register %-24s %s".formatted(code.workstationId(), code.code()));
        }
        progress.tell("");
    }
}
