/** Watches how a host looks. */
@NullMarked
package example;

import org.jspecify.annotations.NullMarked;
