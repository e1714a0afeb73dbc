/** What the program remembers from one start to the next, kept where the platform keeps it. */
@NullMarked
package org.iommuscope.app.settings;

import org.jspecify.annotations.NullMarked;
