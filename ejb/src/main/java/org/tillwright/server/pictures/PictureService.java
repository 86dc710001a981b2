package org.tillwright.server.pictures;

import static org.tillwright.server.Roles.CASHIER;
import static org.tillwright.server.Roles.MANAGER;
import static org.tillwright.server.Roles.REGISTER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.wire.json.Fault;

/** The door for pictures of items. */
@Stateless
public class PictureService {

    /** Bytes of one picture as it is kept: tiles are small, and registers keep all of them. */
    public static final int MAX_PICTURE_BYTES = 500_000;

    /** Bytes of one picture as it comes: what a good camera makes. */
    public static final int MAX_UPLOAD_BYTES = 10_000_000;

    @Inject
    Pictures pictures;

    /** Adds a picture. Its id stands for its bytes for ever, so the same id with other bytes is refused. */
    @RolesAllowed(MANAGER)
    public void add(Picture picture) {
        if (picture.content().length > MAX_PICTURE_BYTES) {
            throw unsound(new Fault("content", "is larger than " + MAX_PICTURE_BYTES + " bytes"));
        }
        Optional<Picture> earlier = pictures.find(picture.pictureId());
        if (earlier.isEmpty()) {
            pictures.add(picture);
        } else if (!Arrays.equals(earlier.get().content(), picture.content())) {
            throw unsound(new Fault("pictureId", "stands for another picture: " + picture.pictureId()));
        }
    }

    /**
     * Takes a picture as a person has it, PNG, JPEG or WebP, draws it anew as large as tiles need, and keeps that:
     * without the place and the camera that photographs tell of, and without anything that is no picture.
     *
     * @return the id, made from the bytes
     * @throws Refused with {@code UNSOUND_PICTURE}; the fault's field is the reason in one word, for a page to translate
     */
    @RolesAllowed(MANAGER)
    public String accept(byte[] upload) {
        if (upload.length > MAX_UPLOAD_BYTES) {
            String sentence =
                    "The picture is larger than " + MAX_UPLOAD_BYTES / 1_000_000 + " MB; save it smaller first.";
            throw new Refused(
                    ProblemCode.UNSOUND_PICTURE,
                    sentence,
                    List.of(new Fault("tooLarge", sentence)),
                    Refused.Wording.of("catalogue.refusal.picture.tooLarge", MAX_UPLOAD_BYTES / 1_000_000));
        }
        Picture picture = PictureScaling.scale(upload, MAX_PICTURE_BYTES);
        add(picture);
        return picture.pictureId();
    }

    @RolesAllowed({REGISTER, CASHIER})
    public Optional<Picture> find(String pictureId) {
        return pictures.find(pictureId);
    }

    private static Refused unsound(Fault fault) {
        return new Refused(ProblemCode.UNSOUND_ITEM, "The catalogue cannot take this.", List.of(fault));
    }
}
