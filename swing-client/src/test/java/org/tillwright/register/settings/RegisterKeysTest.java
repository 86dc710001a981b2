package org.tillwright.register.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterKeysTest {

    @TempDir
    Path directory;

    @Test
    void keysAreMadeOnceAndReadAgain() throws Exception {
        RegisterHome home = new RegisterHome(directory.resolve("home"));
        RegisterKeys made = RegisterKeys.open(home, new SecureRandom());
        RegisterKeys read = RegisterKeys.open(home, new SecureRandom());
        assertThat(read.privateKey()).isEqualTo(made.privateKey());
        assertThat(read.publicKeyText()).isEqualTo(made.publicKeyText()).hasSizeLessThan(400);
    }

    @Test
    void onlyTheOwnerMayReadThem() throws Exception {
        RegisterHome home = new RegisterHome(directory);
        RegisterKeys.open(home, new SecureRandom());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.keyStorePassword())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.keyStore())))
                .isEqualTo("rw-------");
    }

    @Test
    void nobodyElseOnTheComputerReadsSalesOrPinVerifiers() throws Exception {
        Path place = directory.resolve("home");
        Files.createDirectory(
                place, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        new RegisterHome(place).makePrivate();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
                .isEqualTo("rwx------");
    }

    @Test
    void aDamagedOrMissingKeyFileSaysWhatToDoAndNotWhatAParserThought() throws Exception {
        RegisterHome home = new RegisterHome(directory);
        RegisterKeys.open(home, new SecureRandom());
        Files.writeString(home.keyStore(), "not a key store at all");
        assertThatThrownBy(() -> RegisterKeys.open(home, new SecureRandom()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Enrol the register again");
        Files.delete(home.keyStorePassword());
        assertThatThrownBy(() -> RegisterKeys.open(home, new SecureRandom()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Enrol the register again");
    }

    @Test
    void aWrongPasswordSaysWhatToDo() throws Exception {
        RegisterHome home = new RegisterHome(directory);
        RegisterKeys.open(home, new SecureRandom());
        Files.writeString(home.keyStorePassword(), "guessed");
        assertThatThrownBy(() -> RegisterKeys.open(home, new SecureRandom())).isInstanceOf(IOException.class);
    }
}
