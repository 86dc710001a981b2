package org.tillwright.register.catalogue;

import java.io.InputStream;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.json.WireJson;

/**
 * Reads a snapshot while it comes. Two hundred thousand items as text, as JSON or as objects are each more than a register
 * has memory for; packed they are not, and whoever goes through them has one at a time.
 */
public final class LargeSnapshot {

    private LargeSnapshot() {}

    /**
     * Reads one snapshot to its end.
     *
     * @throws org.tillwright.wire.json.MalformedMessageException if it is none
     */
    public static SnapshotMessage read(InputStream in) {
        List<byte[]> packed = new ArrayList<>();
        SnapshotMessage header = WireJson.read(
                in,
                SnapshotMessage.class,
                new WireJson.Each<>("items", SnapshotMessage.Item.class, item -> packed.add(PackedItem.pack(item))));
        return new SnapshotMessage(
                header.number(),
                header.after(),
                header.store(),
                header.taxPolicy(),
                header.taxRates(),
                header.departments(),
                new Packed(packed),
                header.operators(),
                header.epoch(),
                header.pricingRules(),
                header.shopRules());
    }

    /** Items that are unpacked each time they are looked at. */
    private static final class Packed extends AbstractList<SnapshotMessage.Item> implements RandomAccess {

        private final List<byte[]> packed;

        Packed(List<byte[]> packed) {
            this.packed = packed;
        }

        @Override
        public SnapshotMessage.Item get(int index) {
            return PackedItem.unpack(packed.get(index));
        }

        @Override
        public int size() {
            return packed.size();
        }
    }
}
