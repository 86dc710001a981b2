package org.tillwright.register.device.host;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.jpos.JposTarget;
import org.tillwright.register.device.jpos.unit.JposUnits;

/**
 * The device host itself, started by the register and by nobody else. Frames come on standard input and go out on
 * standard output; everything that drivers print goes to standard error. It ends itself as soon as its input ends, which
 * is when the register ended, whatever native code is stuck in at that moment.
 */
public final class HostMain {

    private static final Logger LOG = System.getLogger(HostMain.class.getName());

    private HostMain() {}

    /** The drivers that there are, by name. */
    static Map<String, HostedService> services() {
        return Map.of(
                SerialService.NAME,
                new SerialService(),
                JposTarget.SERVICE,
                (argument, events) -> Makers.UNITS.open(argument, events));
    }

    /** Loaded when the first of them is used: a host with serial ports only starts without any of JavaPOS. */
    private static final class Makers {
        private static final JposUnits UNITS = new JposUnits();
    }

    public static void main(String[] arguments) {
        run(services());
    }

    /** Serves until the register is gone, and then ends the Java machine. */
    static void run(Map<String, HostedService> services) {
        var toRegister = new FrameWriter(new FileOutputStream(FileDescriptor.out));
        System.setOut(System.err); // frames alone go there; a driver that chats would garble them
        var channels = new HostChannels(services, toRegister);
        try {
            toRegister.write(Frame.of(Frame.Kind.READY, 0, 0));
            serve(new FrameReader(new FileInputStream(FileDescriptor.in)), channels);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the register is gone: {0}", e.getMessage());
        }
        channels.close();
        // Threads that hang in native code would keep System.exit waiting in its hooks.
        Runtime.getRuntime().halt(0);
    }

    private static void serve(FrameReader fromRegister, HostChannels channels) throws IOException {
        @Nullable Frame frame = fromRegister.read();
        while (frame != null) {
            channels.take(frame);
            frame = fromRegister.read();
        }
    }
}
