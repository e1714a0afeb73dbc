package org.iommuscope.app.workspace;

import org.iommuscope.app.graph.Answer;

/** An answer with half a sentence, as a guest's card and the list of the assign key show it. */
public record Reply(Answer answer, String words) {}
