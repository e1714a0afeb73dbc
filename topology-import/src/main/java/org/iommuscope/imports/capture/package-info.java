/** A read-only tree of files: a folder or an archive, whose links never lead out of it. */
@NullMarked
package org.iommuscope.imports.capture;

import org.jspecify.annotations.NullMarked;
