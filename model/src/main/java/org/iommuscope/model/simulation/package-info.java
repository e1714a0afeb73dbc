/** Walks a plan, step by step, through the rules of a profile. */
@NullMarked
package org.iommuscope.model.simulation;

import org.jspecify.annotations.NullMarked;
