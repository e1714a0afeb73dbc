/** Paints a drawing with JavaFX: the one painter of the window and of PNG files. */
@NullMarked
package org.iommuscope.app.canvas;

import org.jspecify.annotations.NullMarked;
