package org.tillwright.register.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;

class RegisterSettingsTest {

    @TempDir
    Path home;

    @Test
    void aRegisterThatNobodyConfiguredHasSoundSettings() throws Exception {
        assertThat(RegisterSettings.read(home.resolve("register.properties"))).isEqualTo(RegisterSettings.DEFAULT);
    }

    @Test
    void threeFaultsAreToldAtOnce() {
        SettingsException told = catchThrowableOfType(
                SettingsException.class,
                () -> RegisterSettings.parse("server = not an address\nlanguage = xx\ntheme = pink\n"));
        assertThat(told.faults())
                .hasSize(3)
                .anyMatch(fault -> fault.contains("\"server\""))
                .anyMatch(fault -> fault.contains("\"language\""))
                .anyMatch(fault -> fault.contains("\"theme\""));
    }

    @Test
    void anUnknownKeyIsAFaultAndTheKnownOnesAreNamed() {
        SettingsException told =
                catchThrowableOfType(SettingsException.class, () -> RegisterSettings.parse("pinter = x"));
        assertThat(told.faults()).singleElement().asString().contains("\"pinter\"", "printer");
    }

    @Test
    void aDeviceAddressThatNoDriverTakesIsAFault() {
        SettingsException told =
                catchThrowableOfType(SettingsException.class, () -> RegisterSettings.parse("printer = parallel:1"));
        assertThat(told.faults()).isNotEmpty().allMatch(fault -> fault.contains("\"printer\" is \"parallel:1\""));
    }

    @Test
    void whatIsWrongWithAStationsPrinterIsToldUnderItsOwnName() {
        SettingsException told = catchThrowableOfType(
                SettingsException.class,
                () -> RegisterSettings.parse("station.kitchen = zpl+tcp:1.2.3.4\nstation.Back Room = escpos+tcp:h:9\n"
                        + "label = zpl+tcp:h?size=5x900&gap=2"));
        assertThat(told.faults())
                .anyMatch(fault -> fault.startsWith("The setting \"station.kitchen\" is \"zpl+tcp:1.2.3.4\""))
                .anyMatch(fault -> fault.contains("name is not 1 to 20 small letters"))
                .anyMatch(fault -> fault.contains("size=5x900"))
                .anyMatch(fault -> fault.contains("the option gap"));
    }

    @Test
    void halfAWindowIsAFault() {
        SettingsException told =
                catchThrowableOfType(SettingsException.class, () -> RegisterSettings.parse("width = 1024"));
        assertThat(told.faults()).singleElement().asString().contains("width", "height");
    }

    @Test
    void aWindowThatIsTooSmallIsAFault() {
        SettingsException told = catchThrowableOfType(
                SettingsException.class, () -> RegisterSettings.parse("width = 100\nheight = wide"));
        assertThat(told.faults()).hasSize(2);
    }

    @Test
    void whatIsSavedIsReadAgain() throws Exception {
        RegisterSettings settings = new RegisterSettings(
                URI.create("https://shop.example:8443"),
                "da",
                RegisterSettings.Theme.DARK,
                new RegisterSettings.WindowSize(1366, 768),
                DeviceUris.NONE
                        .with(DeviceKind.PRINTER, "escpos+tcp:127.0.0.1:9100")
                        .with(DeviceKind.DRAWER, "via:printer")
                        .with(DeviceKind.CARD_TERMINAL, "zvt+tcp:127.0.0.1:20007")
                        .with(DeviceKind.LABEL_PRINTER, "tspl+tcp:127.0.0.1:9101?size=58x40")
                        .withStation("kitchen", "escpos+tcp:127.0.0.1:9102")
                        .withStation("bar-2", "escpos+serial:/dev/ttyS4?columns=48"),
                null);
        Path file = home.resolve("deep").resolve("register.properties");
        settings.save(file);
        assertThat(RegisterSettings.read(file)).isEqualTo(settings);
        assertThat(file.getParent()).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void anAddressIsTakenAsAPersonTypesIt() {
        assertThat(RegisterSettings.serverAddress(" 192.168.1.10:8480 "))
                .isEqualTo(URI.create("http://192.168.1.10:8480"));
        assertThat(RegisterSettings.serverAddress("https://shop.example/"))
                .isEqualTo(URI.create("https://shop.example"));
        assertThat(RegisterSettings.serverAddress("ftp://shop.example")).isNull();
        assertThat(RegisterSettings.serverAddress("http://shop.example/till")).isNull();
        assertThat(RegisterSettings.serverAddress("")).isNull();
    }
}
