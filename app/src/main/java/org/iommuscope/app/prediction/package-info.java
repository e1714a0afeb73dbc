/**
 * Predicts what a kernel and QEMU answer to steps of the size of one system call, from the steps'
 * inputs alone.
 */
@NullMarked
package org.iommuscope.app.prediction;

import org.jspecify.annotations.NullMarked;
