/** The door to captured hosts: what is read, and what was odd about it. */
@NullMarked
package org.iommuscope.imports;

import org.jspecify.annotations.NullMarked;
