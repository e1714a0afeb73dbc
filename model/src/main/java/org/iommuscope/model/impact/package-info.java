/** What carrying out a plan costs the running host; it warns and never judges. */
@NullMarked
package org.iommuscope.model.impact;

import org.jspecify.annotations.NullMarked;
