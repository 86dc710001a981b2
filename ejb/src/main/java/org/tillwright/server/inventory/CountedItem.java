package org.tillwright.server.inventory;

import org.tillwright.core.money.Unit;

/** What must be known of an item to count it. */
record CountedItem(Unit unit) {}
