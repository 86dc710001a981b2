package org.tillwright.boot.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.boot.platform.StartException;
import org.tillwright.wire.FirstStart;
import org.tillwright.wire.json.WireJson;

class FirstStartNoticeTest {

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();

    @Test
    void theFirstSecretsAreShownOnceAndThenGone() throws IOException, StartException {
        Path file = folder.resolve("first-start.json");
        var first = new FirstStart(
                List.of(new FirstStart.Pin("1", "Mette", "MANAGER", "481516")),
                List.of(new FirstStart.Code("till-01", "ABCDE-FGHJK")),
                List.of(new FirstStart.Password("1", "Mette", "k7m2-pw9q-xr4t-hh6e")));
        Files.write(file, WireJson.write(first));

        FirstStartNotice.showOnce(file, told::add);
        assertThat(told)
                .anyMatch(line -> line.contains("Mette") && line.endsWith("481516"))
                .anyMatch(line -> line.contains("Mette") && line.endsWith("k7m2-pw9q-xr4t-hh6e"))
                .anyMatch(line -> line.contains("till-01") && line.endsWith("ABCDE-FGHJK"));
        assertThat(file).doesNotExist();

        told.clear();
        FirstStartNotice.showOnce(file, told::add);
        assertThat(told).isEmpty();
    }

    @Test
    void anUpgradedServerShowsItsPasswordsAlone() throws IOException, StartException {
        Path file = folder.resolve("first-start.json");
        var first = new FirstStart(
                List.of(), List.of(), List.of(new FirstStart.Password("1", "Mette", "k7m2-pw9q-xr4t-hh6e")));
        Files.write(file, WireJson.write(first));

        FirstStartNotice.showOnce(file, told::add);
        assertThat(told)
                .anyMatch(line -> line.startsWith("There is a console now"))
                .anyMatch(line -> line.endsWith("k7m2-pw9q-xr4t-hh6e"));
    }
}
