/** Tests of this package. */
@NullMarked
package org.iommuscope.imports.names;

import org.jspecify.annotations.NullMarked;
