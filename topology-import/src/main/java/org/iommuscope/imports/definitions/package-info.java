/** What other programs call a virtual machine, read as a plan. */
@NullMarked
package org.iommuscope.imports.definitions;

import org.jspecify.annotations.NullMarked;
