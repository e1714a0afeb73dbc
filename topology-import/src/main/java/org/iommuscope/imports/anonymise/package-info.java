/** Captures with the values that name people and machines replaced. */
@NullMarked
package org.iommuscope.imports.anonymise;

import org.jspecify.annotations.NullMarked;
