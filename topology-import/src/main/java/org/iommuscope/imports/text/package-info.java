/** One reader for each text that people keep of a host. */
@NullMarked
package org.iommuscope.imports.text;

import org.jspecify.annotations.NullMarked;
