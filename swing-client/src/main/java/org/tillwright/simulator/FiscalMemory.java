package org.tillwright.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a simulated signing device keeps: its key, and each answer it gave, by transaction. With a file it still knows all of it when
 * it is switched on again; each answer is on the disk before it is told.
 */
final class FiscalMemory {

    private final @Nullable Path file;
    private final KeyPair key;
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private long lastNumber;

    FiscalMemory(@Nullable Path file) throws IOException {
        this.file = file;
        try {
            if (file != null && Files.exists(file)) {
                List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
                this.key = keyOf(lines.get(0).split(" ", -1));
                lines.subList(1, lines.size()).forEach(line -> keep(Answer.read(line.split(" ", -1))));
            } else {
                this.key = newKey();
                write("key " + text(key.getPrivate().getEncoded()) + " "
                        + text(key.getPublic().getEncoded()));
            }
        } catch (GeneralSecurityException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IOException(file + " is not the memory of a simulated fiscal device", e);
        }
    }

    /**
     * One answer.
     *
     * @param digest of what was signed, so that something else under the same transaction is noticed
     */
    record Answer(long number, String transaction, String digest, String time, String signature) {

        static Answer read(String... words) {
            return new Answer(Long.parseLong(words[0]), words[1], words[2], words[3], words[4]);
        }

        String written() {
            return number + " " + transaction + " " + digest + " " + time + " " + signature;
        }
    }

    KeyPair key() {
        return key;
    }

    synchronized long lastNumber() {
        return lastNumber;
    }

    synchronized Optional<Answer> find(String transaction) {
        return Optional.ofNullable(answers.get(transaction));
    }

    synchronized List<Answer> all() {
        return List.copyOf(answers.values());
    }

    synchronized void add(Answer answer) {
        write(answer.written());
        keep(answer);
    }

    private void keep(Answer answer) {
        answers.put(answer.transaction(), answer);
        lastNumber = Math.max(lastNumber, answer.number());
    }

    private void write(String line) {
        Path to = file;
        if (to == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException("the memory " + to + " cannot be written", e);
        }
    }

    private static KeyPair keyOf(String... words) throws GeneralSecurityException {
        KeyFactory keys = KeyFactory.getInstance("EC");
        return new KeyPair(
                keys.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(words[2]))),
                keys.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(words[1]))));
    }

    private static KeyPair newKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
