/** One reader for each kernel directory, from a capture to the parts of a host. */
@NullMarked
package org.iommuscope.imports.sysfs;

import org.jspecify.annotations.NullMarked;
