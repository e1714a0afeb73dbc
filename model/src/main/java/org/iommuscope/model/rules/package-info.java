/** One rule a class: what must hold for a step of the attach path to be granted. */
@NullMarked
package org.iommuscope.model.rules;

import org.jspecify.annotations.NullMarked;
