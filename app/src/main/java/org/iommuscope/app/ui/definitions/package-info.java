/** The plan as other programs would be told it. */
@NullMarked
package org.iommuscope.app.ui.definitions;

import org.jspecify.annotations.NullMarked;
