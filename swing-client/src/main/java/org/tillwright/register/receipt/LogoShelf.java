package org.tillwright.register.receipt;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.Receipt;

/**
 * The shop's picture as printers take it. No receipt waits for it: until it has been fetched, receipts are printed without.
 * Any thread.
 */
public final class LogoShelf {

    private final Function<String, Optional<byte[]>> source;
    private final Executor fetcher;
    private final Map<String, Receipt.Picture> known = new ConcurrentHashMap<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    /**
     * @param source bytes of a picture; may wait
     * @param fetcher where it waits
     */
    public LogoShelf(Function<String, Optional<byte[]>> source, Executor fetcher) {
        this.source = source;
        this.fetcher = fetcher;
    }

    /** Returns the picture, or null for now. */
    public Receipt.@Nullable Picture find(String pictureId) {
        Receipt.Picture picture = known.get(pictureId);
        if (picture == null && asked.add(pictureId)) {
            fetcher.execute(() -> fetch(pictureId));
        }
        return picture;
    }

    /** What could not be had is asked for again with the next receipt. */
    private void fetch(String pictureId) {
        source.apply(pictureId)
                .flatMap(PrintedPicture::of)
                .ifPresentOrElse(picture -> known.put(pictureId, picture), () -> asked.remove(pictureId));
    }
}
