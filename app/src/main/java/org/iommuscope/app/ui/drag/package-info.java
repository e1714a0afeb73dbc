/** A device on the pointer, and what every guest would say to it. */
@NullMarked
package org.iommuscope.app.ui.drag;

import org.jspecify.annotations.NullMarked;
