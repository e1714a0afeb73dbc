package org.iommuscope.app.replay;

/**
 * A step whose recorded answer is not the predicted one.
 *
 * @param recording the file
 * @param step counted from 0
 */
public record Disagreement(
    String recording, String scenario, int step, String op, String recorded, String predicted) {}
