/** What a host's captures tell, what they do not, and what would fill the gap. */
@NullMarked
package org.iommuscope.imports.completeness;

import org.jspecify.annotations.NullMarked;
