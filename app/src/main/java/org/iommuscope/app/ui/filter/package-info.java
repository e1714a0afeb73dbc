/** Which devices are shown at full strength, and the chips that say what is left out. */
@NullMarked
package org.iommuscope.app.ui.filter;

import org.jspecify.annotations.NullMarked;
