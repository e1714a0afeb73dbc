/** The tree picture in the window: what is seen of it, what is lit, and what the pointer does. */
@NullMarked
package org.iommuscope.app.ui.diagram;

import org.jspecify.annotations.NullMarked;
