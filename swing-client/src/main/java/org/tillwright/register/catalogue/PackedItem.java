package org.tillwright.register.catalogue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.SnapshotMessage;

/**
 * An item as one short run of bytes. Only this program writes and reads it, in one file, whose version changes when this
 * does.
 */
final class PackedItem {

    private PackedItem() {}

    static byte[] pack(SnapshotMessage.Item item) {
        var bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(item.itemId());
            out.writeShort(item.names().size());
            for (Map.Entry<String, String> name : item.names().entrySet()) {
                out.writeUTF(name.getKey());
                out.writeUTF(name.getValue());
            }
            out.writeUTF(item.departmentId());
            out.writeUTF(item.unit());
            out.writeUTF(item.taxCategory());
            writeNumber(out, item.unitPriceMicro());
            out.writeShort(item.codes().size());
            for (String code : item.codes()) {
                out.writeUTF(code);
            }
            String pictureId = item.pictureId();
            out.writeUTF(pictureId == null ? "" : pictureId);
            writeNumber(out, item.tile());
            out.writeBoolean(item.active());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return bytes.toByteArray();
    }

    static SnapshotMessage.Item unpack(byte[] packed) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed))) {
            String itemId = in.readUTF();
            Map<String, String> names = new LinkedHashMap<>();
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                names.put(in.readUTF(), in.readUTF());
            }
            String departmentId = in.readUTF();
            String unit = in.readUTF();
            String taxCategory = in.readUTF();
            Long price = readNumber(in);
            List<String> codes = new ArrayList<>();
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                codes.add(in.readUTF());
            }
            String pictureId = in.readUTF();
            Long tile = readNumber(in);
            return new SnapshotMessage.Item(
                    itemId,
                    names,
                    departmentId,
                    unit,
                    taxCategory,
                    price,
                    List.copyOf(codes),
                    pictureId.isEmpty() ? null : pictureId,
                    tile,
                    in.readBoolean());
        } catch (IOException e) {
            throw new UncheckedIOException("an item in the catalogue file cannot be read", e);
        }
    }

    private static void writeNumber(DataOutputStream out, @Nullable Long number) throws IOException {
        out.writeBoolean(number != null);
        if (number != null) {
            out.writeLong(number);
        }
    }

    private static @Nullable Long readNumber(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readLong() : null;
    }
}
