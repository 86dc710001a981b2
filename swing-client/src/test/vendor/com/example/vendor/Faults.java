package com.example.vendor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import jpos.JposException;

/**
 * What goes wrong on purpose. A file says where and how: {@code printNormal hang}, {@code openDrawer error 111 0},
 * {@code open halt}, {@code claim missing-class}, {@code weigh bug}. Each line counts once, in its turn, and the file is removed
 * with the last of them.
 */
final class Faults {

    private final Path file;

    Faults(String file) {
        this.file = file.isEmpty() ? null : Path.of(file);
    }

    void before(String method) throws JposException {
        if (file == null || !Files.exists(file)) {
            return;
        }
        String[] words;
        try {
            List<String> lines = Files.readAllLines(file);
            words = lines.isEmpty() ? new String[0] : lines.get(0).split(" ");
            if (words.length < 2 || !words[0].equals(method)) {
                return;
            }
            if (lines.size() > 1) {
                Files.write(file, lines.subList(1, lines.size()));
            } else {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        happen(words);
    }

    private static void happen(String[] words) throws JposException {
        switch (words[1]) {
            case "hang" -> hang();
            case "halt" -> Runtime.getRuntime().halt(134);
            case "error" ->
                throw new JposException(Integer.parseInt(words[2]), Integer.parseInt(words[3]), "it was told to fail");
            case "missing-class" -> throw new NoClassDefFoundError("com/example/vendor/Absent");
            case "bug" -> throw new IllegalStateException("a bug of the vendor's");
            default -> throw new IllegalArgumentException("no fault " + words[1]);
        }
    }

    private static void hang() {
        while (true) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                System.err.println("a vendor's code that hangs cares for no interruption");
            }
        }
    }
}
