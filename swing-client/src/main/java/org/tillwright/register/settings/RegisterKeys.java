package org.tillwright.register.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;

/**
 * The register's own key pair: elliptic curve, P-256. The register makes it, and the private half never leaves its home.
 *
 * <p>Kept in a PKCS#12 file whose random password is in a file of its own that only the owner can read. A PKCS#12 file
 * wants a certificate with a private key; nobody signs registers, so both halves are kept as plain encoded entries.
 */
public record RegisterKeys(PrivateKey privateKey, PublicKey publicKey) {

    private static final String CURVE = "secp256r1";
    private static final String PRIVATE_ENTRY = "register-private";
    private static final String PUBLIC_ENTRY = "register-public";
    private static final int PASSWORD_BYTES = 32;

    /** Any algorithm that the file format knows will do: the entries are only bytes to it. */
    private static final String ENTRY_ALGORITHM = "AES";

    /** Reads the register's keys, or makes them when it has none yet. */
    public static RegisterKeys open(RegisterHome home, SecureRandom random) throws IOException {
        return Files.exists(home.keyStore()) ? readOrSay(home) : makeOrSay(home, random);
    }

    /** The public half as the server is told it: Base64 of its X.509 form. */
    public String publicKeyText() {
        return Base64.getEncoder().encodeToString(publicKey.getEncoded());
    }

    private static RegisterKeys readOrSay(RegisterHome home) throws IOException {
        try {
            return read(home);
        } catch (IOException | GeneralSecurityException e) {
            throw new IOException(
                    "The register's keys in " + home.keyStore() + " cannot be read. Enrol the register again: move "
                            + home.keyStore() + " and " + home.keyStorePassword() + " away first.",
                    e);
        }
    }

    private static RegisterKeys makeOrSay(RegisterHome home, SecureRandom random) throws IOException {
        try {
            return make(home, random);
        } catch (IOException | GeneralSecurityException e) {
            throw new IOException(
                    "The register's keys cannot be written to " + home.keyStore()
                            + ". See that the disk has room and that the directory is yours.",
                    e);
        }
    }

    private static RegisterKeys read(RegisterHome home) throws IOException, GeneralSecurityException {
        char[] password = Files.readString(home.keyStorePassword(), StandardCharsets.US_ASCII)
                .strip()
                .toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(home.keyStore())) {
            store.load(in, password);
        }
        KeyFactory factory = KeyFactory.getInstance("EC");
        return new RegisterKeys(
                factory.generatePrivate(new PKCS8EncodedKeySpec(entry(store, PRIVATE_ENTRY, password))),
                factory.generatePublic(new X509EncodedKeySpec(entry(store, PUBLIC_ENTRY, password))));
    }

    private static byte[] entry(KeyStore store, String alias, char[] password) throws GeneralSecurityException {
        Key key = store.getKey(alias, password);
        if (key == null) {
            throw new GeneralSecurityException("there is no entry " + alias);
        }
        return key.getEncoded();
    }

    private static RegisterKeys make(RegisterHome home, SecureRandom random)
            throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(CURVE), random);
        KeyPair pair = generator.generateKeyPair();
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        char[] password = text.toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        put(store, PRIVATE_ENTRY, pair.getPrivate(), password);
        put(store, PUBLIC_ENTRY, pair.getPublic(), password);
        Files.createDirectories(home.directory());
        Files.deleteIfExists(home.keyStorePassword());
        Files.createFile(home.keyStorePassword(), ownerOnly());
        Files.writeString(home.keyStorePassword(), text, StandardCharsets.US_ASCII);
        Path written = home.keyStore().resolveSibling(home.keyStore().getFileName() + ".new");
        Files.deleteIfExists(written);
        Files.createFile(written, ownerOnly());
        try (OutputStream out = Files.newOutputStream(written)) {
            store.store(out, password);
        }
        Files.move(written, home.keyStore(), StandardCopyOption.ATOMIC_MOVE);
        return new RegisterKeys(pair.getPrivate(), pair.getPublic());
    }

    private static void put(KeyStore store, String alias, Key key, char[] password) throws GeneralSecurityException {
        store.setEntry(
                alias,
                new KeyStore.SecretKeyEntry(new SecretKeySpec(key.getEncoded(), ENTRY_ALGORITHM)),
                new KeyStore.PasswordProtection(password));
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean isPosix = java.nio.file.FileSystems.getDefault()
                .supportedFileAttributeViews()
                .contains("posix");
        return isPosix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
