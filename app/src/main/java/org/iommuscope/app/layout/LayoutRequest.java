package org.iommuscope.app.layout;

import java.util.OptionalDouble;

/**
 * What a caller may choose.
 *
 * @param width the room to wrap to, in pixels at 100 %; none lets the picture choose its shape
 */
public record LayoutRequest(TextMeasure measure, OptionalDouble width, Folding folding) {}
