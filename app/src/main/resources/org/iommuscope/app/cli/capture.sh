#!/bin/sh
# Captures what a Linux host tells of its IOMMU groups: a gzipped tar archive on standard output.
#
#   sh capture.sh > host.tar.gz                     on this host
#   ssh host sh -s < capture.sh > host.tar.gz       on another
#
#   --list       says what would be taken, and takes nothing
#   --unmasked   keeps serial numbers, MAC addresses, host and user names, and UUIDs
#
# Needs a POSIX shell with awk, cp, gzip, mktemp, od, sed and tar; no root, though root sees more.
# Takes no file that is not named here; opens no rom, resourceN, vpd, remove, rescan or reset, and
# writes nowhere but to a temporary folder. SYSROOT=/elsewhere captures a tree instead of the host.

set -u
LC_ALL=C
export LC_ALL
umask 077

root=${SYSROOT:-}
masking=yes

# Small files of a device, of an mdev type, of a group, and of a VF's PF.
attributes="acpi_index ari_enabled available_instances boot_vga broken_parity_status class config
  consistent_dma_mask_bits current_link_speed current_link_width d3cold_allowed description device
  device_api dma_mask_bits driver_override enable irq label local_cpulist max_link_speed
  max_link_width modalias msi_bus name numa_node power_state reserved_regions reset_method resource
  revision secondary_bus_number sriov_drivers_autoprobe sriov_numvfs sriov_offset sriov_stride
  sriov_totalvfs sriov_vf_device sriov_vf_total_msix subordinate_bus_number subsystem_device
  subsystem_vendor type uevent vendor"

# Links of a device.
links="driver iommu iommu_group mdev_type physfn subsystem"

classes="iommu mdev_bus vfio vfio-dev net block drm input graphics"

# Lines of the kernel log.
lines="iommu|dmar|amd-vi|ivrs|smmu|vfio|mdev|pci host bridge|pci bridge"

list() {
  cat << 'END'
sys/kernel/iommu_groups/*      type, name, reserved_regions, and the links to the members
sys/bus/pci/devices/*          as links
sys/bus/pci/drivers/*/         the links to devices and modules
sys/bus/pci/slots/*/address
sys/devices/                   PCI and mdev devices, their mdev types and vfio-dev folders: the small
                               attributes (ids, class, resource, reset_method, numa_node, sriov_* and so on),
                               config as far as it may be read, and the links to driver, group, IOMMU and PF
sys/class/                     iommu, mdev_bus, vfio, vfio-dev, net, block, drm, input, graphics, as links;
                               of the IOMMUs also cap, ecap, features and version
sys/bus/mdev/devices/*         as links
sys/module/                    the parameters of vfio* and iommufd
proc/                          version, cmdline, modules, mounts, net/route
dev/vfio.listing               ls -ln of /dev/vfio
dmesg.txt                      lines about IOMMU, DMAR, AMD-Vi, SMMU, vfio, mdev and PCI bridges
lspci-nn.txt, lspci-nnk.txt,   where lspci is installed
lspci-nnv.txt, lspci-tree.txt
capture.txt                    when it was taken, with which rights, and whether it is masked

Masked, unless --unmasked: serial numbers (the PCIe capability in config among them), MAC addresses,
host names, user names, addresses of modules, and UUIDs of the kernel command line.
Never opened: rom, resourceN, vpd, remove, rescan, reset.
END
}

fail() {
  echo "capture: $1" >&2
  exit 2
}

# The files and links of one folder of sysfs, by one cp; a file that refuses is left out.
folder() {
  mkdir -p "$out/$1" || fail "no room in $out"
  from=$root/$1
  to=$out/$1
  set --
  for each in $attributes; do
    if [ -f "$from/$each" ] && [ -r "$from/$each" ]; then set -- "$@" "$from/$each"; fi
  done
  for each in $links; do
    if [ -h "$from/$each" ]; then set -- "$@" "$from/$each"; fi
  done
  for each in "$from"/virtfn*; do
    if [ -h "$each" ]; then set -- "$@" "$each"; fi
  done
  if [ $# -gt 0 ]; then cp -RP "$@" "$to/" 2> /dev/null; fi
  if [ $masking = yes ] && [ -s "$to/config" ]; then mask_config "$to/config"; fi
}

# All links of a folder, by one cp.
links_of() {
  [ -d "$root/$1" ] || return 0
  mkdir -p "$out/$1"
  from=$root/$1
  to=$out/$1
  set --
  for each in "$from"/*; do
    if [ -h "$each" ]; then set -- "$@" "$each"; fi
  done
  if [ $# -gt 0 ]; then cp -RP "$@" "$to/" 2> /dev/null; fi
}

# A device's folder and those of the devices below it.
device() {
  folder "$1"
  for below in "$root/$1"/*/; do
    below=${below%/}
    if [ ! -d "$below" ] || [ -h "$below" ]; then continue; fi
    case ${below##*/} in
      *:*:*.* | ????????-????-????-????-????????????)
        device "$1/${below##*/}"
        ;;
      mdev_supported_types | vfio-dev)
        folders "$1/${below##*/}"
        ;;
    esac
  done
}

# Each folder in a folder, with the links in its devices folder.
folders() {
  for inner in "$root/$1"/*/; do
    inner=${inner%/}
    if [ ! -d "$inner" ] || [ -h "$inner" ]; then continue; fi
    folder "$1/${inner##*/}"
    links_of "$1/${inner##*/}/devices"
  done
}

# Writes zeros over the number in the capability Device Serial Number of an extended config space.
mask_config() {
  # shellcheck disable=SC2016
  at=$(od -An -v -tu1 "$1" | awk '
    { for (i = 1; i <= NF; i++) byte[count++] = $i }
    END {
      at = 256
      for (seen = 0; seen < 960 && at >= 256 && at + 12 <= count; seen++) {
        if (byte[at] == 3 && byte[at + 1] == 0) { print at + 4; exit }
        at = byte[at + 3] * 16 + int(byte[at + 2] / 16)
        at -= at % 4
      }
    }')
  if [ -n "$at" ]; then
    chmod u+w "$1"
    dd if=/dev/zero of="$1" bs=1 seek="$at" count=8 conv=notrunc 2> /dev/null
  fi
}

# Text with its private words replaced, the same by the same; $1 is cmdline, mounts, modules or log, for the rest.
mask() {
  if [ $masking = no ]; then
    cat
    return
  fi
  # shellcheck disable=SC2016
  awk -v what="$1" -v host="$host" -v memory="$work/masks" '
    function mask(kind, text) {
      if (!((kind, text) in known)) known[kind, text] = remember(kind, text)
      return sprintf(form[kind], known[kind, text])
    }
    function remember(kind, text) {
      print kind "\t" text >> memory
      return ++used[kind]
    }
    function swap(text, pattern, kind,   hit, done) {
      while (match(text, pattern)) {
        hit = substr(text, RSTART, RLENGTH)
        done = done substr(text, 1, RSTART - 1) mask(kind, tolower(hit))
        text = substr(text, RSTART + RLENGTH)
      }
      return done text
    }
    function after(text, pattern, end, kind,   hit, done, rest) {
      while (match(text, pattern)) {
        done = done substr(text, 1, RSTART + RLENGTH - 1)
        text = substr(text, RSTART + RLENGTH)
        rest = match(text, end) ? RSTART : length(text) + 1
        hit = substr(text, 1, rest - 1)
        if (hit != "") done = done mask(kind, hit)
        text = substr(text, rest)
      }
      return done text
    }
    function word(text, name,   at, done, before, behind) {
      while (name != "" && (at = index(text, name)) > 0) {
        before = at > 1 ? substr(text, at - 1, 1) : " "
        behind = substr(text, at + length(name), 1) " "
        done = done substr(text, 1, at - 1)
        done = done (before ~ /[A-Za-z0-9_]/ || behind ~ /^[A-Za-z0-9_]/ ? name : "host")
        text = substr(text, at + length(name))
      }
      return done text
    }
    BEGIN {
      h = "[0-9A-Fa-f]"; h2 = h h; h4 = h2 h2
      mac = h2 ":" h2 ":" h2 ":" h2 ":" h2 ":" h2
      serial = h2 "-" h2 "-" h2 "-" h2 "-" h2 "-" h2 "-" h2 "-" h2
      uuid = h4 h4 "-" h4 "-" h4 "-" h4 "-" h4 h4 h4
      form["mac"] = "02:00:00:00:00:%02x"
      form["enx"] = "enx0200000000%02x"
      form["serial"] = "00-00-00-00-00-00-00-00"
      form["uuid"] = "00000000-0000-4000-8000-%012d"
      form["id"] = "masked%d"
      form["user"] = "user%d"
      while ((getline line < memory) > 0) {
        split(line, part, "\t")
        known[part[1], part[2]] = ++used[part[1]]
      }
      close(memory)
      short = host
      sub(/\..*/, "", short)
    }
    {
      if (what == "modules") sub(/0x[0-9a-f]+$/, "0x0000000000000000")
      if (what == "mounts" && $3 ~ /^(nfs|cifs|smb|fuse|ceph|gluster|9p|afs)/) { $1 = "masked"; $4 = "rw" }
      if (what == "cmdline" || tolower($0) ~ /command line/) {
        $0 = swap($0, uuid, "uuid")
        $0 = after($0, "UUID=", "[^0-9A-Fa-f-]", "id")
      }
      $0 = after($0, "/disk/by-(id|uuid|partuuid|path)/", "[ ,:]", "id")
      $0 = swap($0, "enx" h4 h4 h4, "enx")
      $0 = swap($0, mac, "mac")
      $0 = swap($0, serial, "serial")
      $0 = after($0, "(/home|/media)/", "[/ ,:]", "user")
      $0 = after($0, "user(name)?=", "[ ,]", "user")
      sub(/\([^ ()]+@[^ ()]+\)/, "(user@host)")
      print word(word($0, host), short)
    }'
}

# A file of proc as text.
text() {
  if [ -r "$root/$1" ]; then
    mkdir -p "$out/${1%/*}"
    mask "$2" < "$root/$1" > "$out/$1" 2> /dev/null
  fi
}

# Network devices that the system names after their MAC address.
mask_names() {
  for each in "$out"/sys/class/net/enx????????????; do
    [ -h "$each" ] || continue
    target=$(readlink "$each" | mask log)
    name=$(echo "${each##*/}" | mask log)
    rm "$each"
    ln -s "$target" "$out/sys/class/net/$name"
  done
}

kernel_log() {
  if [ -n "$root" ] || ! dmesg 2> /dev/null; then
    if [ -r "$root/var/log/dmesg" ]; then
      cat "$root/var/log/dmesg"
    elif [ -z "$root" ]; then
      journalctl --dmesg --boot --no-pager --output=short-monotonic --no-hostname 2> /dev/null
    fi
  fi
}

take_sys() {
  [ -d "$root/sys/kernel/iommu_groups" ] && mkdir -p "$out/sys/kernel/iommu_groups"
  folders sys/kernel/iommu_groups
  links_of sys/bus/pci/devices
  for driver in "$root"/sys/bus/pci/drivers/*/; do
    driver=${driver%/}
    links_of "sys/bus/pci/drivers/${driver##*/}"
  done
  for slot in "$root"/sys/bus/pci/slots/*/; do
    [ -r "$slot/address" ] || continue
    slot=${slot%/}
    mkdir -p "$out/sys/bus/pci/slots/${slot##*/}"
    cat "$slot/address" > "$out/sys/bus/pci/slots/${slot##*/}/address"
  done
  for bridge in "$root"/sys/devices/pci*:* "$root"/sys/devices/*/pci*:* "$root"/sys/devices/*/*/pci*:*; do
    if [ -d "$bridge" ] && [ ! -h "$bridge" ]; then device "${bridge#"$root"/}"; fi
  done
  for class in $classes; do
    links_of "sys/class/$class"
  done
  links_of sys/bus/mdev/devices
  take_targets
  for module in "$root"/sys/module/vfio* "$root"/sys/module/iommufd; do
    take_parameters "sys/module/${module##*/}/parameters"
  done
  [ $masking = no ] || mask_names
}

# What the classes lead to beside PCI: the IOMMUs, and parents of mdevs such as mtty.
take_targets() {
  for unit in "$root"/sys/devices/virtual/iommu/*/*-iommu "$root"/sys/devices/*/iommu/*/*-iommu; do
    [ -d "$unit" ] || continue
    unit=${unit#"$root"/}
    mkdir -p "$out/$unit"
    for each in cap ecap features version; do
      if [ -r "$root/$unit/$each" ]; then cat "$root/$unit/$each" > "$out/$unit/$each" 2> /dev/null; fi
    done
  done
  for parent in "$root"/sys/class/mdev_bus/*; do
    parent=$(cd -P "$parent" 2> /dev/null && pwd -P) || continue
    parent=${parent#"$real"/}
    case $parent in
      */pci*:*) ;;
      sys/devices/*) device "$parent" ;;
    esac
  done
}

take_parameters() {
  for parameter in "$root/$1"/*; do
    if [ ! -f "$parameter" ] || [ ! -r "$parameter" ]; then continue; fi
    mkdir -p "$out/$1"
    cat "$parameter" > "$out/$1/${parameter##*/}" 2> /dev/null
  done
}

take_texts() {
  text proc/version log
  text proc/cmdline cmdline
  text proc/modules modules
  text proc/mounts mounts
  text proc/net/route log
  if [ -d "$root/dev/vfio" ]; then
    mkdir -p "$out/dev"
    (cd "$root/dev" && ls -lnR vfio) > "$out/dev/vfio.listing" 2> /dev/null
  fi
  kernel_log 2> /dev/null | grep -E -i "$lines" | mask log > "$work/log"
  if [ -s "$work/log" ]; then mv "$work/log" "$out/dmesg.txt"; fi
  if [ -z "$root" ] && command -v lspci > /dev/null 2>&1; then
    # -vv would read vpd
    lspci -Dnn 2> /dev/null | mask log > "$out/lspci-nn.txt"
    lspci -Dnnk 2> /dev/null | mask log > "$out/lspci-nnk.txt"
    lspci -Dnnv 2> /dev/null | mask log > "$out/lspci-nnv.txt"
    lspci -tv 2> /dev/null | mask log > "$out/lspci-tree.txt"
  fi
  {
    echo "time: $(date -u +%Y-%m-%dT%H:%M:%SZ)"
    if [ "$(id -u)" = 0 ]; then echo "rights: root"; else echo "rights: ordinary user"; fi
    if [ $masking = yes ]; then echo "masked: yes"; else echo "masked: no"; fi
  } > "$out/capture.txt"
}

# The archive names nobody as the owner of its files.
archive() {
  if tar --version 2> /dev/null | grep -q GNU; then
    tar -C "$out" --owner=0 --group=0 --numeric-owner -cf - .
  elif tar --version 2> /dev/null | grep -q bsdtar; then
    tar -C "$out" --uid 0 --gid 0 --uname '' --gname '' -cf - .
  else
    [ "$(id -u)" = 0 ] || [ $masking = no ] ||
      echo "capture: this tar writes the name of the user who runs it into the archive" >&2
    tar -C "$out" -cf - .
  fi | gzip -c
}

main() {
  for option; do
    case $option in
      --list) list && exit 0 ;;
      --unmasked) masking=no ;;
      *) fail "found $option; expected --list, --unmasked or nothing" ;;
    esac
  done
  [ ! -t 1 ] || fail "standard output is a terminal; expected a file, as in: sh capture.sh > host.tar.gz"
  for needed in awk cp gzip mktemp od sed tar; do
    command -v "$needed" > /dev/null 2>&1 || fail "found no $needed; it is needed to take a capture"
  done
  exec < /dev/null
  real=$(cd -P "${root:-/}" 2> /dev/null && pwd -P) || fail "$root is no folder"
  real=${real%/}
  work=$(mktemp -d "${TMPDIR:-/tmp}/capture.XXXXXX") || fail "no temporary folder can be made"
  trap 'rm -rf "$work"' EXIT
  trap 'exit 1' HUP INT TERM
  out=$work/host
  mkdir "$out"
  : > "$work/masks"
  if [ -z "$root" ]; then host=$(uname -n); else host=$(cat "$root/etc/hostname" 2> /dev/null); fi
  case $host in
    localhost | intel | amd | vfio | iommu | pci | linux | '') host= ;;
  esac
  take_sys
  take_texts
  archive
  exit
}

main "$@"
