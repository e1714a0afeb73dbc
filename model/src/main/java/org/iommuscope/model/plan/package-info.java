/** What a user wants: which guest gets which device, in which order, under which circumstances. */
@NullMarked
package org.iommuscope.model.plan;

import org.jspecify.annotations.NullMarked;
