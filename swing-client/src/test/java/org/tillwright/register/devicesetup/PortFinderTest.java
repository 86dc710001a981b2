package org.tillwright.register.devicesetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ports found by their names in a made-up file system: nothing in it could be opened. */
class PortFinderTest {

    @TempDir
    Path root;

    @Test
    void aPortWithALastingNameIsListedUnderItAndOnlyOnce() throws IOException {
        make("dev/ttyUSB0");
        make("dev/ttyUSB1");
        link("dev/serial/by-id/usb-EPSON_TM-T20-if00", "../../ttyUSB0");
        assertThat(find())
                .extracting(port -> port.path().toString(), FoundPort::device)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("/dev/serial/by-id/usb-EPSON_TM-T20-if00", "ttyUSB0"),
                        org.assertj.core.groups.Tuple.tuple("/dev/ttyUSB1", "ttyUSB1"));
    }

    @Test
    void eachKindOfPortIsFound() throws IOException {
        make("dev/ttyACM0");
        make("dev/rfcomm0");
        make("dev/usb/lp0");
        make("dev/null");
        make("dev/tty1");
        assertThat(find())
                .extracting(FoundPort::device, FoundPort::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("ttyACM0", FoundPort.Kind.SERIAL),
                        org.assertj.core.groups.Tuple.tuple("rfcomm0", FoundPort.Kind.BLUETOOTH),
                        org.assertj.core.groups.Tuple.tuple("lp0", FoundPort.Kind.PRINTER_FILE));
    }

    @Test
    void aBuiltInPortWithoutAChipIsNotListedAndTenComesAfterTwo() throws IOException {
        make("dev/ttyS0");
        make("dev/ttyS10");
        make("dev/ttyS2");
        make("dev/ttyS3");
        write("sys/class/tty/ttyS0/type", "0\n");
        write("sys/class/tty/ttyS10/type", "4\n");
        write("sys/class/tty/ttyS2/type", "4\n");
        assertThat(find()).extracting(FoundPort::device).containsExactly("ttyS2", "ttyS3", "ttyS10");
    }

    @Test
    void aLockOfALivingProgramSaysWhoHasThePortAndADeadOnesDoesNot() throws IOException {
        make("dev/ttyUSB0");
        make("dev/ttyUSB1");
        write("var/lock/LCK..ttyUSB0", "       100\n");
        write("var/lock/LCK..ttyUSB1", "       200\n");
        assertThat(find()).extracting(FoundPort::usedBy).containsExactly(100L, null);
    }

    @Test
    void aPortThatIsOpenElsewhereIsNotTouched() throws IOException {
        make("dev/ttyUSB0");
        Files.setPosixFilePermissions(root.resolve("dev/ttyUSB0"), java.util.Set.of());
        assertThat(find()).extracting(FoundPort::device).containsExactly("ttyUSB0");
    }

    @Test
    void aMachineWithoutPortsHasNone() {
        assertThat(find()).isEmpty();
    }

    @Test
    void noMoreAreListedThanAnybodyReads() throws IOException {
        for (int i = 0; i < 100; i++) {
            make("dev/ttyUSB" + i);
        }
        assertThat(find()).hasSize(PortFinder.MOST);
    }

    private List<FoundPort> find() {
        return new PortFinder(root, pid -> pid == 100).find();
    }

    private void make(String path) throws IOException {
        write(path, "");
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void link(String path, String target) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.createSymbolicLink(file, Path.of(target));
    }
}
