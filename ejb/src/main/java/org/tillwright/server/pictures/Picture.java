package org.tillwright.server.pictures;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A picture that tiles show. The bytes under one id never change, so whoever has them may keep them. */
public final class Picture {

    private static final int ID_BYTES = 16;

    private final String pictureId;
    private final String mediaType;
    private final byte[] content;

    public Picture(String pictureId, String mediaType, byte[] content) {
        this.pictureId = pictureId;
        this.mediaType = mediaType;
        this.content = content.clone();
    }

    /** Makes a picture whose id follows from its bytes. */
    static Picture ofContent(String mediaType, byte[] content) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(content);
            return new Picture("p-" + HexFormat.of().formatHex(sum, 0, ID_BYTES), mediaType, content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    public String pictureId() {
        return pictureId;
    }

    public String mediaType() {
        return mediaType;
    }

    public byte[] content() {
        return content.clone();
    }
}
