/**
 * Writes a drawing or a graph to a file, by the file's suffix; the same input gives the same bytes.
 */
@NullMarked
package org.iommuscope.app.export;

import org.jspecify.annotations.NullMarked;
