/**
 * The picture as data: shapes that know what they belong to, and the colours of their roles.
 *
 * <p>{@link org.iommuscope.app.drawing.Drawing#of} turns a placed graph into figures; {@link
 * org.iommuscope.app.drawing.Drawing#paint} folds them over any {@link
 * org.iommuscope.app.drawing.Surface}, whole or clipped, at one of three levels of detail. {@link
 * org.iommuscope.app.drawing.Drawing#at} answers what is under the pointer. Shapes name an {@link
 * org.iommuscope.app.drawing.Ink}; a {@link org.iommuscope.app.drawing.Palette} gives it a colour
 * at the last moment, so that a theme changes no drawing.
 */
@NullMarked
package org.iommuscope.app.drawing;

import org.jspecify.annotations.NullMarked;
