package org.tillwright.wire;

import java.util.UUID;
import org.tillwright.wire.json.Limit;

/**
 * What became of an acquirer's payout file.
 *
 * @param isRepeat true for a file that was here before; nothing was booked again
 * @param lines that the file brought; counted of the first upload for a repeat
 * @param known that another file had brought before
 * @param others of terminals that other stores have: upload the file there too
 * @param matched with tenders
 * @param open that fit nothing, and are listed with the reason
 */
public record PayoutAnswer(
        UUID fileId,
        @Limit(40) String storeId,
        Boolean isRepeat,
        Long lines,
        Long known,
        Long others,
        Long matched,
        Long open) {}
