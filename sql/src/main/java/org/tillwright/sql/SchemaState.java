package org.tillwright.sql;

/** What a database is to this program. */
public enum SchemaState {
    /** No tables: a first start. */
    EMPTY,
    CURRENT,
    /** An earlier version of the program made it; it can be migrated. */
    OLDER,
    /** A later version of the program has used it. */
    NEWER,
    /** A migration stopped in the middle. */
    HALF_MIGRATED,
    /** A restore stopped in the middle. */
    HALF_RESTORED,
    /** Tables of something else. */
    FOREIGN
}
