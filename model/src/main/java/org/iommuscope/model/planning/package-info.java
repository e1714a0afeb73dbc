/** Leads a plan to a lawful one: the smallest repair, or the wishes that contradict each other. */
@NullMarked
package org.iommuscope.model.planning;

import org.jspecify.annotations.NullMarked;
