/** Asks core in a real browser and on the Java virtual machine the same questions, and compares the answers. */
package org.tillwright.system.engine;
