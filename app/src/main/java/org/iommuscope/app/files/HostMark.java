package org.iommuscope.app.files;

import java.time.LocalDate;
import java.util.Optional;

/** The host that a plan was made for: the fingerprint of its capture and the day it was taken. */
public record HostMark(Optional<String> fingerprint, Optional<LocalDate> captured) {}
