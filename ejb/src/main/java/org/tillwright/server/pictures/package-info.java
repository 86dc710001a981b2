/**
 * Pictures that tiles show: takes what people upload, draws it anew and keeps that. The bytes under one id never change;
 * which item shows which picture is the catalogue's business.
 */
@NullMarked
package org.tillwright.server.pictures;

import org.jspecify.annotations.NullMarked;
