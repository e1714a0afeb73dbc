package org.iommuscope.model.grouping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iommuscope.model.config.Acs;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.Reading;

/** Why functions share a group or do not, in sentences and as ties. */
public final class GroupReasons {

  private final GroupPrediction prediction;

  public GroupReasons(GroupPrediction prediction) {
    this.prediction = prediction;
  }

  /** The ties that lead from one function of a group to another; none where they are apart. */
  public List<Tie> between(PciAddress one, PciAddress other) {
    return Ties.of(grouping(one, other), one).between(one, other);
  }

  /** Every tie of a function's group, each once. */
  public List<Tie> ofGroup(PciAddress member) {
    Grouping grouping = prediction.coarsest();
    Set<Tie> ties = new LinkedHashSet<>();
    grouping.groupOf(member).forEach(function -> ties.addAll(grouping.tiesOf(function)));
    return List.copyOf(ties);
  }

  /** What would have to isolate to part two functions; empty where ACS cannot part them. */
  public Optional<List<PciAddress>> parting(PciAddress one, PciAddress other) {
    return Parting.of(prediction, one, other);
  }

  /** The ties that are there in any case, where they explain it; else those that may be. */
  private Grouping grouping(PciAddress one, PciAddress other) {
    Grouping finest = prediction.finest();
    return finest.groupOf(one).contains(other) ? finest : prediction.coarsest();
  }

  /** The functions of which the capture does not say whether they isolate, on these ties. */
  public List<PciAddress> untold(List<Tie> ties) {
    return ties.stream()
        .flatMap(GroupReasons::asked)
        .distinct()
        .filter(function -> prediction.enforcementOf(function).answer() == Answer.UNKNOWN)
        .toList();
  }

  private static Stream<PciAddress> asked(Tie tie) {
    return switch (tie) {
      case Tie.Path path -> path.failing().stream();
      case Tie.Functions functions -> Stream.of(functions.from(), functions.to());
      case Tie.Bridge bridge -> Stream.empty();
      case Tie.Alias alias -> Stream.empty();
      case Tie.Vmd vmd -> Stream.empty();
      case Tie.HostBridge root -> Stream.empty();
    };
  }

  /** A tie as a sentence with what the capture shows. */
  public String say(Tie tie) {
    return switch (tie) {
      case Tie.Path(var from, var to, var failing) ->
          from
              + " is below "
              + to
              + ", and the way from there to the root is not isolated: "
              + evidence(failing);
      case Tie.Functions(var from, var to) ->
          from
              + " and "
              + to
              + " are functions of one device, which may reach each other: "
              + evidence(List.of(from, to));
      case Tie.Bridge(var from, var to) ->
          from
              + " is behind "
              + to
              + ", which puts its own requester ID in place of others';"
              + " it "
              + prediction.enforcementOf(to).evidence();
      case Tie.Alias(var from, var to) ->
          from + " and " + to + " use one requester ID, by the kernel's table or its log";
      case Tie.Vmd(var from, var to) ->
          from + " is behind the VMD " + to + " and uses its requester ID";
      case Tie.HostBridge(var from, var to) ->
          from + " and " + to + " are below one host bridge, which has one DMA window";
    };
  }

  private String evidence(List<PciAddress> functions) {
    return functions.stream()
        .map(function -> function + " " + prediction.enforcementOf(function).evidence())
        .collect(Collectors.joining("; "));
  }

  /** Why a function shares its group with nothing that is above it: what isolates its way up. */
  public List<String> isolation(PciAddress function) {
    List<String> sentences = new ArrayList<>();
    List<PciAddress> above = prediction.above(function);
    above.forEach(
        bridge -> sentences.add(bridge + " " + prediction.enforcementOf(bridge).evidence()));
    if (!prediction.isWayTold(function)) {
      sentences.add("cannot tell: the bridges above " + function + " were not captured");
    } else if (above.isEmpty()) {
      sentences.add(function + " is on a root bus, whose functions are taken to be kept apart");
    }
    return sentences;
  }

  /** What reaches a function though it is in another group; empty where nothing is known to. */
  public Optional<String> warning(PciAddress function) {
    return prediction
        .openPortOf(function)
        .flatMap(port -> {
          List<PciAddress> sisters = prediction.sistersOf(port);
          return sisters.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  "warning: "
                      + port
                      + " "
                      + prediction.enforcementOf(port).evidence()
                      + ", so what is below it may reach what is below its sister ports "
                      + sisters.stream().map(PciAddress::text).collect(Collectors.joining(", "))
                      + " past the IOMMU, though the kernel gives them groups of their own");
        });
  }

  /** What may make a function isolate that does not; empty where nothing is known to help. */
  public Optional<String> remedy(PciAddress function) {
    return prediction
        .acsOf(function)
        .map(acs ->
            switch (acs) {
              case Reading.Present<Acs> off ->
                  function
                      + " has ACS, and it is off: the kernel switches it on where it knows of the"
                      + " IOMMU when it finds the function";
              case Reading.Absent<Acs> none ->
                  function
                      + " has no ACS: look for a switch in the firmware, or use a slot below another"
                      + " port; pcie_acs_override only hides it";
              case Reading.Unread<Acs> unread ->
                  "it is not known whether "
                      + function
                      + " has ACS: capture its config space as root";
            });
  }
}
