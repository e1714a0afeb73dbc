package org.iommuscope.model.attach;

import org.iommuscope.model.plan.GuestName;

/** A file descriptor: the process that holds it, and the name under which it does. */
public record Handle(GuestName guest, String name) {}
