package org.iommuscope.app.ui.window;

import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import org.iommuscope.app.ui.term.Term;
import org.iommuscope.app.ui.term.TermTooltip;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.rules.profiles.RuleProfiles;

/** Chooses by which kernel's rules the plan is judged. */
final class ProfileChooser extends MenuButton {

  private final Workspace workspace;
  private final ToggleGroup group = new ToggleGroup();

  ProfileChooser(Workspace workspace) {
    this.workspace = workspace;
    setId("profile");
    setTooltip(new TermTooltip(Term.RULE_PROFILE));
    getStyleClass().add("profile");
    addItem("Follow the kernel of the plan or the capture", Optional.empty(), "profile-follow");
    for (RuleProfile profile : RuleProfiles.all()) {
      addItem(
          profile.title() + ", kernels " + profile.kernels(),
          Optional.of(profile.id()),
          "profile-" + profile.id());
    }
    workspace.judgementProperty().subscribe(judged -> showChoice());
  }

  private void addItem(String text, Optional<String> profile, String id) {
    RadioMenuItem item = new RadioMenuItem(text);
    item.setId(id);
    item.setToggleGroup(group);
    item.setUserData(profile);
    item.setOnAction(chosen -> workspace.perform(new Intent.SetProfile(profile)));
    getItems().add(item);
  }

  private void showChoice() {
    setText("Rules: " + workspace.judgement().verdict().profile());
    Optional<String> planned = workspace.session().plan().profile();
    group.getToggles().stream()
        .filter(toggle -> planned.equals(toggle.getUserData()))
        .forEach(group::selectToggle);
  }
}
