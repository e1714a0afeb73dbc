# shellcheck shell=sh
# Sourced by the launcher, ./mvnw and ./check: sets JAVA_HOME to a JDK of the needed version or newer.
# Looks at JAVA_HOME, then at the java on the path, then in the usual folders. Returns 1 where there is none.

needed_jdk=25
jdk_folders=${IOMMUSCOPE_JDK_FOLDERS:-"/usr/lib/jvm /usr/java /usr/local/java /opt /opt/java /opt/jdk $HOME/.sdkman/candidates/java $HOME/.jdks"}

# A JDK says its version in the file `release`, which is much quicker to read than to start it.
is_needed_jdk() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  while IFS= read -r line; do
    case $line in
      JAVA_VERSION=*)
        version=${line#*\"}
        version=${version%%[!0-9]*}
        [ -n "$version" ] && [ "$version" -ge "$needed_jdk" ]
        return
        ;;
    esac
  done < "$1/release"
  return 1
}

# The JDK that the java on the path belongs to.
jdk_of_the_path() {
  on_path=$(command -v java) || return 1
  on_path=$(readlink -f "$on_path") || return 1
  printf '%s\n' "${on_path%/bin/java}"
}

find_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && is_needed_jdk "$JAVA_HOME"; then
    export JAVA_HOME
    return 0
  fi
  if candidate=$(jdk_of_the_path) && is_needed_jdk "$candidate"; then
    export JAVA_HOME="$candidate"
    return 0
  fi
  for folder in $jdk_folders; do
    for candidate in "$folder"/*; do
      if is_needed_jdk "$candidate"; then
        export JAVA_HOME="$candidate"
        return 0
      fi
    done
  done
  return 1
}

no_jdk() {
  echo "$1: needs a JDK $needed_jdk or newer, and found none: looked at JAVA_HOME (${JAVA_HOME:-not set}), at the java on the path ($(command -v java || echo none)) and in $jdk_folders" >&2
  exit 2
}
