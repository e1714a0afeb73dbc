/** What changed between two captures of a host, told by its devices and never by group numbers. */
@NullMarked
package org.iommuscope.model.diff;

import org.jspecify.annotations.NullMarked;
