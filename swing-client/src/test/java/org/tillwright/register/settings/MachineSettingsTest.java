package org.tillwright.register.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever looks after five hundred machines leaves for their registers. */
class MachineSettingsTest {

    @TempDir
    Path directory;

    private RegisterHome home;

    @BeforeEach
    void makeMachine() throws Exception {
        home = new RegisterHome(directory.resolve("home"), Files.createDirectories(directory.resolve("machine")));
        machine("server = https://store-7.example\nlanguage = da\n");
    }

    @Test
    void theMachinesSettingsCountWhereTheRegistersOwnSayNothing() throws Exception {
        own("theme = dark\nlanguage = uk\n");

        RegisterSettings settings = RegisterSettings.read(home);

        assertThat(settings.server()).isEqualTo(URI.create("https://store-7.example"));
        assertThat(settings.language()).isEqualTo("uk");
        assertThat(settings.theme()).isEqualTo(RegisterSettings.Theme.DARK);
    }

    @Test
    void aRegisterFollowsWhenTheServerMovesUnlessAPersonChoseAnother() throws Exception {
        RegisterSettings.read(home)
                .withWindow(new RegisterSettings.WindowSize(1366, 768))
                .save(home);
        machine("server = https://store-8.example\n");
        assertThat(RegisterSettings.read(home).server()).isEqualTo(URI.create("https://store-8.example"));

        RegisterSettings.read(home)
                .withServer(URI.create("http://10.0.0.9:8480"))
                .save(home);
        machine("server = https://store-9.example\n");
        assertThat(RegisterSettings.read(home).server()).isEqualTo(URI.create("http://10.0.0.9:8480"));
        assertThat(RegisterSettings.read(home).window()).isEqualTo(new RegisterSettings.WindowSize(1366, 768));
    }

    @Test
    void faultsOfBothAreToldTogether() throws Exception {
        machine("server = not an address\n");
        own("theme = pink\n");

        SettingsException told = catchThrowableOfType(SettingsException.class, () -> RegisterSettings.read(home));

        assertThat(told.faults()).hasSize(2);
    }

    @Test
    void aTrustFileMustBeThereAndHoldCertificates() throws Exception {
        Path empty = Files.writeString(directory.resolve("company.pem"), "no certificate\n");

        own("trust = " + directory.resolve("missing.pem"));
        assertThat(catchThrowableOfType(SettingsException.class, () -> RegisterSettings.read(home))
                        .faults())
                .singleElement()
                .asString()
                .contains("missing.pem", "cannot be read");
        own("trust = " + empty);
        assertThat(catchThrowableOfType(SettingsException.class, () -> RegisterSettings.read(home))
                        .faults())
                .singleElement()
                .asString()
                .contains("company.pem", "PEM");
    }

    private void machine(String text) throws Exception {
        Files.writeString(home.machineSettings(), text);
    }

    private void own(String text) throws Exception {
        Files.createDirectories(home.directory());
        Files.writeString(home.settings(), text);
    }
}
