package org.tillwright.core.pricing;

/** Where goods are eaten: in some countries the same dish has another tax at the table than in a bag. */
public enum ServiceMode {
    EAT_IN,
    TAKE_AWAY
}
