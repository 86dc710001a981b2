package org.tillwright.server.pictures;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.tillwright.server.platform.Sql;

/** The table of pictures. Rows are added and never changed: registers and browsers keep the bytes of an id for ever. */
@Dependent
class Pictures {

    @Inject
    Sql sql;

    Optional<Picture> find(String pictureId) {
        return sql.first(
                "select picture_id, media_type, content from picture where picture_id = ?",
                row -> new Picture(row.text(1), row.text(2), row.bytes(3)),
                pictureId);
    }

    void add(Picture picture) {
        sql.update(
                "insert into picture (picture_id, media_type, content) values (?, ?, ?)",
                picture.pictureId(),
                picture.mediaType(),
                picture.content());
    }
}
