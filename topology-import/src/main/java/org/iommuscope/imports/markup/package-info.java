/** XML and JSON as trees that know their lines. */
@NullMarked
package org.iommuscope.imports.markup;

import org.jspecify.annotations.NullMarked;
