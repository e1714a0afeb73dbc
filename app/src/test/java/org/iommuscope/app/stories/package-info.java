/** What users do with the window, told with a robot, each ending in a picture. */
@NullMarked
package org.iommuscope.app.stories;

import org.jspecify.annotations.NullMarked;
