package org.tillwright.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes what a register is installed from. The answer on standard output is where it lies. */
@Command(
        name = "package",
        mixinStandardHelpOptions = true,
        description = "Make what a register is installed from: a portable zip, and with --deb a package for Debian.")
final class PackageCommand implements Callable<Integer> {

    @Option(names = "--deb", description = "Make a Debian package with a Java of its own, too.")
    private boolean deb;

    @Option(names = "--out", paramLabel = "DIR", description = "Where to put them (target/packages).")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Path place = (out == null ? ProjectPlace.root().resolve("target/packages") : out).toAbsolutePath();
        RegisterFiles files = new RegisterFiles(ProjectPlace.root());
        try {
            answer(zip(files, place));
            if (deb) {
                answer(new RegisterPackage(
                                files, line -> spec.commandLine().getErr().println(line))
                        .make(place));
            }
            return CommandLine.ExitCode.OK;
        } catch (IOException e) {
            spec.commandLine().getErr().println("The package could not be made: " + e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    /** Makes the portable zip and returns it. */
    static Path zip(RegisterFiles files, Path place) throws IOException {
        String name = RegisterFiles.NAME + "-" + RegisterFiles.VERSION;
        Path work = place.resolve("work-zip");
        delete(work);
        files.layOutPortable(work.resolve(name));
        Path zip = place.resolve(name + ".zip");
        ReproducibleZip.pack(work.resolve(name), zip);
        delete(work);
        return zip;
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private void answer(Path made) {
        spec.commandLine().getOut().println(made);
        spec.commandLine().getOut().flush();
    }
}
