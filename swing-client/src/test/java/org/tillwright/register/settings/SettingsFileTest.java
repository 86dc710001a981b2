package org.tillwright.register.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;

/** A file that a person wrote is changed where it has to be, and nowhere else. */
class SettingsFileTest {

    @TempDir
    Path directory;

    @Test
    void everyOtherLineStaysAsItIs() {
        String before =
                "# our till\r\n\nserver=http://10.0.0.1:8480\n! old\nprinter : escpos+tcp:10.0.0.5\nsounds = off";
        assertThat(SettingsFile.changed(before, change("printer", "escpos+tcp:10.0.0.6:9100")))
                .isEqualTo("# our till\r\n\nserver=http://10.0.0.1:8480\n! old\n"
                        + "printer = escpos+tcp:10.0.0.6:9100\nsounds = off");
    }

    @Test
    void aNewSettingComesLastEvenWhereTheLastLineHasNoEnd() {
        assertThat(SettingsFile.changed("sounds = off", change("scale", "plain+tcp:10.0.0.7:9000")))
                .isEqualTo("sounds = off\nscale = plain+tcp:10.0.0.7:9000\n");
        assertThat(SettingsFile.changed("", change("scale", "x"))).isEqualTo("scale = x\n");
    }

    @Test
    void aSettingOverSeveralLinesIsOneAndOneThatIsThereTwiceIsThereOnce() {
        String before = "printer = escpos+tcp:\\\n   10.0.0.5\n# printer = no\nprinter=again\nsounds = on\n";
        assertThat(SettingsFile.changed(before, change("printer", "x")))
                .isEqualTo("printer = x\n# printer = no\nsounds = on\n");
    }

    @Test
    void aRemarkThatEndsWithABackslashDoesNotSwallowTheNextLine() {
        assertThat(SettingsFile.changed("# C:\\\nprinter = a\n", change("printer", "b")))
                .isEqualTo("# C:\\\nprinter = b\n");
    }

    @Test
    void aSettingIsTakenOut() {
        assertThat(SettingsFile.changed("a = 1\nprinter = x\nb = 2\n", change("printer", null)))
                .isEqualTo("a = 1\nb = 2\n");
    }

    @Test
    void backslashesComeBackAsTheyWere() throws SettingsException {
        String text = SettingsFile.changed("", change("trust", "C:\\certificates\\own.pem"));
        assertThat(text).isEqualTo("trust = C:\\\\certificates\\\\own.pem\n");
    }

    @Test
    void devicesAreReadBackAndTheOtherLinesAreKept() throws IOException, SettingsException {
        RegisterHome home = new RegisterHome(directory);
        Files.writeString(home.settings(), "# by Olena\nlanguage = uk\nscanner = serial:/dev/ttyUSB1\n");
        DeviceUris wanted = DeviceUris.NONE.with(DeviceKind.PRINTER, "escpos+tcp:10.0.0.5:9100");
        RegisterSettings.saveDevices(home, wanted);
        assertThat(RegisterSettings.read(home).devices()).isEqualTo(wanted);
        assertThat(Files.readString(home.settings()))
                .isEqualTo("# by Olena\nlanguage = uk\nprinter = escpos+tcp:10.0.0.5:9100\n");
    }

    @Test
    void aDeviceOfTheMachineThatIsTakenAwayStaysAway() throws IOException, SettingsException {
        Path machine = Files.createDirectories(directory.resolve("machine"));
        Files.writeString(machine.resolve("register.properties"), "printer = escpos+tcp:10.0.0.5:9100\n");
        RegisterHome home = new RegisterHome(directory.resolve("home"), machine);
        RegisterSettings.saveDevices(home, DeviceUris.NONE);
        assertThat(RegisterSettings.read(home).devices()).isEqualTo(DeviceUris.NONE);
        RegisterSettings.saveDevices(home, DeviceUris.NONE.with(DeviceKind.PRINTER, "escpos+tcp:10.0.0.5:9100"));
        assertThat(Files.readString(home.settings())).isEmpty();
    }

    @Test
    void aStationsPrinterIsWrittenMovedAndTakenAway() throws IOException, SettingsException {
        Path machine = Files.createDirectories(directory.resolve("machine"));
        Files.writeString(machine.resolve("register.properties"), "station.bar = escpos+tcp:10.0.0.22:9100\n");
        RegisterHome home = new RegisterHome(directory.resolve("home"), machine);
        DeviceUris both = RegisterSettings.read(home).devices().withStation("kitchen", "escpos+tcp:10.0.0.21:9100");
        RegisterSettings.saveDevices(home, both);
        assertThat(Files.readString(home.settings())).isEqualTo("station.kitchen = escpos+tcp:10.0.0.21:9100\n");
        DeviceUris moved = both.withStation("kitchen", null).withStation("bar", null);
        RegisterSettings.saveDevices(home, moved);
        assertThat(RegisterSettings.read(home).devices()).isEqualTo(moved);
        assertThat(Files.readString(home.settings())).isEqualTo("station.bar = \n");
    }

    private static Map<String, String> change(String key, String value) {
        Map<String, String> change = new HashMap<>();
        change.put(key, value);
        return change;
    }
}
