/** The host as a table, in the order of the tree. */
@NullMarked
package org.iommuscope.app.ui.outline;

import org.jspecify.annotations.NullMarked;
