/** Wishes for guests, and the devices that are found for them. */
@NullMarked
package org.iommuscope.app.ui.fill;

import org.jspecify.annotations.NullMarked;
