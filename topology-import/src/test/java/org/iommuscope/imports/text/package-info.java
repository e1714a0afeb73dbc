/** Tests of single readers of texts. */
@NullMarked
package org.iommuscope.imports.text;

import org.jspecify.annotations.NullMarked;
