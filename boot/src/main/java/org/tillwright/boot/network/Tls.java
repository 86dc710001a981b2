package org.tillwright.boot.network;

/**
 * What HTTPS needs.
 *
 * @param port port for HTTPS; 0 takes any free one
 * @param certificate the server's key and certificates, read and checked
 */
public record Tls(int port, Certificate certificate) {}
