/** Tests of this package. */
@NullMarked
package org.iommuscope.imports.sysfs;

import org.jspecify.annotations.NullMarked;
