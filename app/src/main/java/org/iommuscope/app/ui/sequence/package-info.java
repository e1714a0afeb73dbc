/** The steps of a plan in time: each moment is drawn, and the order can be changed. */
@NullMarked
package org.iommuscope.app.ui.sequence;

import org.jspecify.annotations.NullMarked;
