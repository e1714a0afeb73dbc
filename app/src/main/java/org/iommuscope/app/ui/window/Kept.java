package org.iommuscope.app.ui.window;

import java.nio.file.Path;
import org.iommuscope.app.settings.SessionStore;
import org.iommuscope.app.settings.SettingsStore;
import org.iommuscope.app.workspace.CaptureStore;
import org.iommuscope.app.workspace.DefinitionStore;
import org.iommuscope.app.workspace.PictureStore;
import org.iommuscope.app.workspace.PlanStore;

/**
 * Where the program keeps what lasts longer than a window.
 *
 * @param log the folder of the log
 * @param version which program it is that keeps it
 */
public record Kept(
    PlanStore plans,
    PictureStore pictures,
    CaptureStore captures,
    DefinitionStore definitions,
    SettingsStore settings,
    SessionStore sessions,
    Path log,
    String version) {}
