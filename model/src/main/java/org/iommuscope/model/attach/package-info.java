/** What the kernel does, as steps of the size of one system call, and the state they leave. */
@NullMarked
package org.iommuscope.model.attach;

import org.jspecify.annotations.NullMarked;
