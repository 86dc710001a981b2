package org.tillwright.register.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/** The auditor's program of docs/verify, compiled from its source and called without a process for each file. */
final class Verifier {

    private static final Path SOURCE = Path.of("..", "docs", "verify", "VerifyJournal.java");

    private final Class<?> program;

    Verifier(Path directory) throws IOException, ClassNotFoundException {
        Path classes = directory.resolve("verifier");
        Files.createDirectories(classes);
        int code = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-Xlint:all", "-Werror", "-d", classes.toString(), SOURCE.toString());
        if (code != 0) {
            throw new IOException(SOURCE + " does not compile");
        }
        URLClassLoader alone =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        program = alone.loadClass("VerifyJournal");
    }

    /** What it printed, and with which code it would have ended. */
    record Said(int code, String text) {}

    Said run(Path file, Path keys) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(told, true, StandardCharsets.UTF_8);
        try {
            Constructor<?> constructor = program.getDeclaredConstructor();
            constructor.setAccessible(true);
            Method run = program.getDeclaredMethod("run", Path.class, Path.class, PrintStream.class);
            run.setAccessible(true);
            int code = (int) run.invoke(constructor.newInstance(), file, keys, both);
            return new Said(code, told.toString(StandardCharsets.UTF_8));
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the program failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
