/** What the kernel and QEMU would answer, why, and what would help. */
@NullMarked
package org.iommuscope.model.verdict;

import org.jspecify.annotations.NullMarked;
