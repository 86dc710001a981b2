package org.tillwright.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The portable register as a stranger finds it: unpacked at an empty place, and started. */
class RegisterZipTest {

    private static final String TOP = "tillwright-register-0.1.0";
    private static final long PATIENCE_SECONDS = 90;

    private static Path place;
    private static Path zip;
    private static Path unpacked;

    @BeforeAll
    static void unpack() throws Exception {
        place = TestPlace.directory("register-zip");
        zip = PackageCommand.zip(new RegisterFiles(TestPlace.root()), place);
        Path strange = Files.createDirectories(place.resolve("a place with blanks & æøå"));
        assertThat(run(strange, Map.of(), "unzip", "-q", zip.toString()).code).isZero();
        unpacked = strange.resolve(TOP);
    }

    @AfterAll
    static void delete() throws IOException {
        TestPlace.delete("register-zip");
    }

    @Test
    void theSameBuildGivesTheSameBytesInEveryTimeZone() throws Exception {
        byte[] first = Files.readAllBytes(zip);
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            Path again = PackageCommand.zip(
                    new RegisterFiles(TestPlace.root()), Files.createDirectories(place.resolve("again")));
            assertThat(Files.readAllBytes(again)).isEqualTo(first);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void itSaysWhatItIs() throws Exception {
        Run version = start(Map.of(), "--version");
        Run help = start(Map.of(), "--help");

        assertThat(version.out).contains("Tillwright register 0.1.0", "Java 17");
        assertThat(version.code).isZero();
        assertThat(help.out).contains("register", "check", "simulate");
    }

    @Test
    void itChecksWithoutAWindowWhetherItCanWork() throws Exception {
        Path home = place.resolve("data");
        String nobody = "http://127.0.0.1:" + ServerProcess.freePort();
        Path machine = Files.createDirectories(place.resolve("machine"));
        Files.writeString(machine.resolve("register.properties"), "server = " + nobody + "\n");

        Run check =
                start(Map.of("TILLWRIGHT_HOME", home.toString(), "TILLWRIGHT_MACHINE", machine.toString()), "check");

        assertThat(check.out)
                .contains("Settings", home.resolve("register").toString(), "not enrolled yet", "No server answers at");
        assertThat(check.code).isEqualTo(1);
        assertThat(home.resolve("register/journal.db")).exists(); // SQLite's native library was found
    }

    @Test
    void itOpensItsWindow() throws Exception {
        assumeFalse(GraphicsEnvironment.isHeadless(), "there is no display: run under xvfb-run to test the window");
        Path home = place.resolve("window");
        Process register = builder(
                        unpacked,
                        Map.of(
                                "TILLWRIGHT_HOME",
                                home.toString(),
                                "TILLWRIGHT_MACHINE",
                                place.resolve("none").toString()),
                        script())
                .redirectErrorStream(true)
                .redirectOutput(place.resolve("window.log").toFile())
                .start();
        try {
            ScreenWatch.awaitWindow(register, TestPlace.screen("register-zip"));
        } finally {
            register.destroy();
            assertThat(register.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(Files.readString(place.resolve("window.log"))).doesNotContain("Exception");
    }

    @Test
    void withoutAFitJavaItSaysWhatIsMissing() throws Exception {
        Path bin = Files.createDirectories(place.resolve("tools"));
        for (String tool : List.of("sh", "dirname", "readlink", "sed", "head")) {
            Files.createSymbolicLink(bin.resolve(tool), Path.of("/bin", tool));
        }
        Run none = start(Map.of("PATH", bin.toString(), "JAVA_HOME", ""), "--version");
        assertThat(none.out).contains("There is no Java on this machine", "17");
        assertThat(none.code).isEqualTo(2);

        Run wrong = start(Map.of("JAVA_HOME", "/nowhere"), "--version");
        assertThat(wrong.out).contains("JAVA_HOME is /nowhere");

        Path old = Files.createDirectories(place.resolve("old/bin")).resolve("java");
        Files.writeString(old, "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
        assertThat(old.toFile().setExecutable(true)).isTrue();
        Run tooOld = start(Map.of("JAVA_HOME", place.resolve("old").toString()), "--version");
        assertThat(tooOld.out).contains("is Java 11", "needs Java 17");
    }

    @Test
    void itHasNativesForTheMachinesWeNameAndEveryLicence() throws Exception {
        Map<String, List<String>> natives = Map.of(
                "nrjavaserial-5.2.1.jar",
                List.of(
                        "native/linux/x86_64/libNRJavaSerial.so",
                        "native/linux/ARM_64/libNRJavaSerialv8.so",
                        "native/windows/x86_64/libNRJavaSerial.dll"),
                "sqlite-jdbc-3.53.4.0.jar",
                List.of(
                        "org/sqlite/native/Linux/x86_64/libsqlitejdbc.so",
                        "org/sqlite/native/Linux/aarch64/libsqlitejdbc.so",
                        "org/sqlite/native/Windows/x86_64/sqlitejdbc.dll"),
                "flatlaf-3.7.1.jar",
                List.of(
                        "com/formdev/flatlaf/natives/libflatlaf-linux-x86_64.so",
                        "com/formdev/flatlaf/natives/libflatlaf-linux-arm64.so",
                        "com/formdev/flatlaf/natives/flatlaf-windows-x86_64.dll"));
        for (Map.Entry<String, List<String>> jar : natives.entrySet()) {
            try (ZipFile library =
                    new ZipFile(unpacked.resolve("lib").resolve(jar.getKey()).toFile())) {
                assertThat(jar.getValue()).allMatch(name -> library.getEntry(name) != null);
            }
        }
        assertThat(unpacked.resolve("licences/LGPL-2.1.txt")).exists();
        assertThat(unpacked.resolve("licences/jersey-client/LICENSE.md")).exists();
        assertThat(unpacked.resolve("licences/flatlaf-fonts-inter/LICENSE.txt"))
                .content()
                .contains("SIL OPEN FONT");
        assertThat(unpacked.resolve("NOTICE")).exists();
        String windows = Files.readString(unpacked.resolve("tillwright-register.cmd"), StandardCharsets.US_ASCII);
        assertThat(windows.replace("\r\n", "")).doesNotContain("\n").contains("CommandMain");
    }

    private static Run start(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(script()));
        command.addAll(Arrays.asList(arguments));
        return run(unpacked, environment, command.toArray(String[]::new));
    }

    private static String script() {
        return unpacked.resolve("tillwright-register").toString();
    }

    private static ProcessBuilder builder(Path directory, Map<String, String> environment, String... command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().remove("TILLWRIGHT_HOME");
        builder.environment().putAll(environment);
        return builder;
    }

    private static Run run(Path directory, Map<String, String> environment, String... command) throws Exception {
        Process process = builder(directory, environment, command)
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), out);
    }

    private record Run(int code, String out) {}
}
