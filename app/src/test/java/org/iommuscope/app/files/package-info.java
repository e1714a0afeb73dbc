/** Plan files and recordings, read from text and written to it. */
@NullMarked
package org.iommuscope.app.files;

import org.jspecify.annotations.NullMarked;
