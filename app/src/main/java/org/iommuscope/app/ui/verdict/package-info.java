/** What stands in the way of a plan, and what would help. */
@NullMarked
package org.iommuscope.app.ui.verdict;

import org.jspecify.annotations.NullMarked;
