package org.tillwright.boot.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path folder;

    @Test
    void oneDirectoryHasOneServer() throws StartException, IOException {
        Path root = folder.resolve("shop");
        try (DataDirectory taken = DataDirectory.take(root)) {
            assertThat(DataDirectory.isTaken(root)).isTrue();
            assertThatThrownBy(() -> DataDirectory.take(root))
                    .isInstanceOf(StartException.class)
                    .hasMessage("Another Tillwright server is using " + root
                            + "; stop it, or set TILLWRIGHT_DATA to another directory.");
            assertThat(taken.database()).hasParentRaw(root);
        }
        assertThat(DataDirectory.isTaken(root)).isFalse();
        DataDirectory.take(root).close();
    }

    @Test
    void nobodyElseMayLookIn() throws StartException, IOException {
        Path root = folder.resolve("shop");
        DataDirectory.take(root).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
                .isEqualTo("rwx------");
    }
}
