/** The guests of the plan as cards, and the list that the assign key opens. */
@NullMarked
package org.iommuscope.app.ui.plan;

import org.jspecify.annotations.NullMarked;
