package org.tillwright.server.catalog;

/** A picture that tiles show. The bytes under one id never change, so whoever has them may keep them. */
public final class Picture {

    private final String pictureId;
    private final String mediaType;
    private final byte[] content;

    public Picture(String pictureId, String mediaType, byte[] content) {
        this.pictureId = pictureId;
        this.mediaType = mediaType;
        this.content = content.clone();
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
