package org.iommuscope.app.ui.window;

import java.util.List;
import org.iommuscope.app.settings.SessionStore;
import org.iommuscope.app.ui.log.EventLog;
import org.iommuscope.app.ui.settings.SettingsViewModel;
import org.iommuscope.app.workspace.CaptureStore;
import org.iommuscope.app.workspace.Clipboard;
import org.iommuscope.app.workspace.DefinitionStore;
import org.iommuscope.app.workspace.Latest;
import org.iommuscope.app.workspace.PictureStore;
import org.iommuscope.app.workspace.PlanSaving;

/**
 * What a window has around it: where it keeps things, and which version it is.
 *
 * @param left the sessions that had ended when the window was opened, the newest first
 */
public record Surroundings(
    PlanSaving plans,
    PictureStore pictures,
    CaptureStore captures,
    DefinitionStore definitions,
    SettingsViewModel settings,
    EventLog log,
    Clipboard clipboard,
    String version,
    SessionStore sessions,
    List<SessionStore.Left> left,
    Latest.Executors executors) {}
