package org.tillwright.core.barcode;

/** Kinds of printed symbols. */
public enum Symbology {
    /** EAN-13, and UPC-A and UPC-E that the scanner made thirteen digits of. */
    EAN_13,
    EAN_8,
    /** The two or five digits beside an EAN-13, alone. */
    EAN_ADD_ON,
    /** EAN-13 with its two or five digits. */
    EAN_13_WITH_ADD_ON,
    ITF,
    CODE_39,
    CODE_93,
    CODE_128,
    GS1_128,
    CODABAR,
    /** GS1 DataBar, and any GS1 composite symbol. */
    GS1_DATABAR,
    PDF_417,
    DATA_MATRIX,
    GS1_DATA_MATRIX,
    QR,
    GS1_QR,
    DOT_CODE,
    GS1_DOT_CODE,
    AZTEC,
    MAXICODE,
    HAN_XIN,
    OTHER
}
