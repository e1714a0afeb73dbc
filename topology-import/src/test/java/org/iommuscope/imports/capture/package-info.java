/** Tests of this package. */
@NullMarked
package org.iommuscope.imports.capture;

import org.jspecify.annotations.NullMarked;
