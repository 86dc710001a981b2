package org.tillwright.system;

import java.io.PrintStream;
import java.nio.file.Path;
import javax.swing.RepaintManager;
import javax.swing.SwingUtilities;
import org.tillwright.register.RegisterMain;
import org.tillwright.register.command.ProgramLogs;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterSettings;

/** A register as a person starts it, which says when its first screen has been painted. */
final class StartProbe {

    private StartProbe() {}

    public static void main(String[] arguments) throws Exception {
        ProgramLogs.begin();
        RegisterHome home = new RegisterHome(Path.of(arguments[0]));
        PrintStream out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true);
        RegisterMain register = RegisterMain.open(home, RegisterSettings.read(home.settings()));
        PaintWatch watch = new PaintWatch(StartProbe::shownComponents);
        SwingUtilities.invokeLater(() -> RepaintManager.setCurrentManager(watch));
        register.show();
        register.connect();
        watch.await(1, 60);
        out.println("painted");
        register.awaitClosed();
    }

    private static int shownComponents() {
        int shown = 0;
        for (java.awt.Frame frame : java.awt.Frame.getFrames()) {
            if (frame.isShowing()) {
                shown++;
            }
        }
        return shown;
    }
}
