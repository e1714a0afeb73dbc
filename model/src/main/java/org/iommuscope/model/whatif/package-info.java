/** The host as it would come up again with other parameters, another kernel or moved cards. */
@NullMarked
package org.iommuscope.model.whatif;

import org.jspecify.annotations.NullMarked;
