package org.tillwright.web.api;

/** The product's version, as the build knows it. */
final class Version {

    static final String TEXT = "0.1.0";

    private Version() {}
}
