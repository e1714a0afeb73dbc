/** Two captures of a host side by side: what changed between them. */
@NullMarked
package org.iommuscope.app.ui.diff;

import org.jspecify.annotations.NullMarked;
