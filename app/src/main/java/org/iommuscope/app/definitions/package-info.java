/** Plans written as what other programs start guests by. */
@NullMarked
package org.iommuscope.app.definitions;

import org.jspecify.annotations.NullMarked;
