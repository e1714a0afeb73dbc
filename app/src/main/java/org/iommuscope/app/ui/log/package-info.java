/** What happened, in a file that lasts. */
@NullMarked
package org.iommuscope.app.ui.log;

import org.jspecify.annotations.NullMarked;
