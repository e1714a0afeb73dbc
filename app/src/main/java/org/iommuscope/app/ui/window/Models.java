package org.iommuscope.app.ui.window;

import org.iommuscope.app.layout.FontMeasure;
import org.iommuscope.app.ui.board.BoardViewModel;
import org.iommuscope.app.ui.board.NotesViewModel;
import org.iommuscope.app.ui.completeness.CompletenessViewModel;
import org.iommuscope.app.ui.definitions.DefinitionsViewModel;
import org.iommuscope.app.ui.diagram.DiagramViewModel;
import org.iommuscope.app.ui.dials.DialsViewModel;
import org.iommuscope.app.ui.drag.DeviceDrag;
import org.iommuscope.app.ui.fill.FillViewModel;
import org.iommuscope.app.ui.filter.FilterViewModel;
import org.iommuscope.app.ui.find.FindViewModel;
import org.iommuscope.app.ui.inspector.DeviceCopying;
import org.iommuscope.app.ui.inspector.InspectorViewModel;
import org.iommuscope.app.ui.open.PasteViewModel;
import org.iommuscope.app.ui.outline.OutlineViewModel;
import org.iommuscope.app.ui.palette.PaletteViewModel;
import org.iommuscope.app.ui.plan.AssignViewModel;
import org.iommuscope.app.ui.plan.GuestsViewModel;
import org.iommuscope.app.ui.plan.ImpactViewModel;
import org.iommuscope.app.ui.repair.RepairViewModel;
import org.iommuscope.app.ui.sequence.SequenceViewModel;
import org.iommuscope.app.ui.verdict.ComparisonViewModel;
import org.iommuscope.app.ui.verdict.VerdictViewModel;
import org.iommuscope.app.ui.why.WhyViewModel;
import org.iommuscope.app.workspace.Anonymising;
import org.iommuscope.app.workspace.Clipboard;
import org.iommuscope.app.workspace.Comparing;
import org.iommuscope.app.workspace.FurtherEvidence;
import org.iommuscope.app.workspace.Latest;
import org.iommuscope.app.workspace.Opening;
import org.iommuscope.app.workspace.PlanOpening;
import org.iommuscope.app.workspace.Renewal;
import org.iommuscope.app.workspace.Workspace;

/** The view models of one window, over one workspace. */
public record Models(
    Workspace workspace,
    Opening opening,
    DeviceDrag drag,
    FindViewModel find,
    FilterViewModel filter,
    PaletteViewModel palette,
    DiagramViewModel diagram,
    OutlineViewModel outline,
    GuestsViewModel guests,
    AssignViewModel assign,
    ImpactViewModel impact,
    VerdictViewModel verdict,
    ComparisonViewModel comparison,
    InspectorViewModel inspector,
    DeviceCopying copying,
    Renewal renewal,
    Comparing comparing,
    Anonymising anonymising,
    FurtherEvidence further,
    PasteViewModel paste,
    CompletenessViewModel completeness,
    RepairViewModel repair,
    FillViewModel fill,
    DialsViewModel dials,
    WhyViewModel why,
    SequenceViewModel sequence,
    BoardViewModel board,
    NotesViewModel notes,
    PlanOpening planOpening,
    DefinitionsViewModel definitions) {

  public static Models over(
      Workspace workspace, Opening opening, Clipboard clipboard, Latest.Executors executors) {
    DeviceDrag drag = new DeviceDrag(workspace);
    FindViewModel find = new FindViewModel(workspace);
    FilterViewModel filter = new FilterViewModel(workspace, executors);
    AssignViewModel assign = new AssignViewModel(workspace);
    FurtherEvidence further = opening.further(workspace);
    DiagramViewModel diagram =
        new DiagramViewModel(workspace, find, filter, drag, assign, FontMeasure.load(), executors);
    NotesViewModel notes = new NotesViewModel(workspace);
    return new Models(
        workspace,
        opening,
        drag,
        find,
        filter,
        new PaletteViewModel(workspace, executors),
        diagram,
        new OutlineViewModel(workspace, find, filter, drag),
        new GuestsViewModel(workspace, drag),
        assign,
        new ImpactViewModel(workspace),
        new VerdictViewModel(workspace, clipboard, notes),
        new ComparisonViewModel(workspace, executors),
        new InspectorViewModel(workspace, clipboard),
        new DeviceCopying(workspace, clipboard),
        opening.renewal(workspace),
        opening.comparing(workspace),
        new Anonymising(workspace, executors),
        further,
        new PasteViewModel(opening.pasting(), further, workspace, clipboard),
        new CompletenessViewModel(workspace, clipboard, executors),
        new RepairViewModel(workspace, executors),
        new FillViewModel(workspace, executors),
        new DialsViewModel(workspace),
        new WhyViewModel(workspace, executors),
        new SequenceViewModel(workspace, diagram, executors),
        new BoardViewModel(workspace, executors),
        notes,
        new PlanOpening(workspace, executors),
        new DefinitionsViewModel(workspace, clipboard, executors));
  }
}
