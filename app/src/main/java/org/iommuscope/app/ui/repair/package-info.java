/** The smallest repairs of the plan, or the wishes that contradict each other. */
@NullMarked
package org.iommuscope.app.ui.repair;

import org.jspecify.annotations.NullMarked;
