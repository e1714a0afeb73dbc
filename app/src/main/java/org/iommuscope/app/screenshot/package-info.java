/** Pictures of captures compared with stored ones, for the tests of this and other projects. */
@NullMarked
package org.iommuscope.app.screenshot;

import org.jspecify.annotations.NullMarked;
