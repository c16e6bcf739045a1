# shellcheck shell=sh
# Finds a JDK that is new enough, or installs one.

JDK_LEAST=25

# jdk_version FOLDER: its major version, read from its release file (no JVM is started).
jdk_version() {
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}

is_jdk() {
  [ -x "$1/bin/javac" ] && [ "$(jdk_version "$1")" -ge "$JDK_LEAST" ] 2>/dev/null
}

# candidates: the places where JDKs are, the user's own choice first.
jdk_candidates() {
  [ -z "${JAVA_HOME:-}" ] || echo "$JAVA_HOME"
  if has java; then
    path=$(readlink -f "$(command -v java)" 2>/dev/null || command -v java)
    echo "${path%/bin/java}"
  fi
  for folder in /usr/lib/jvm/* /usr/lib64/jvm/* /opt/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/*; do
    [ ! -d "$folder" ] || echo "$folder"
  done
}

find_jdk() {
  jdk_candidates | while IFS= read -r folder; do
    if is_jdk "$folder"; then
      echo "$folder"
      break
    fi
  done
}

install_jdk() {
  [ -n "$(package_manager)" ] || return 0
  refresh_packages
  package=$(first_available openjdk-25-jdk java-25-openjdk-devel java-latest-openjdk-devel)
  [ -n "$package" ] || return 0
  may_change "Coracle needs a JDK $JDK_LEAST. Install $package?" || return 0
  install_packages "$package"
}

# require_jdk: sets JAVA_HOME.
require_jdk() {
  home=$(find_jdk)
  if [ -z "$home" ]; then
    install_jdk
    home=$(find_jdk)
  fi
  [ -n "$home" ] || fail "There is no JDK $JDK_LEAST or newer here, nor among the system's packages." \
    "Install one (Eclipse Temurin $JDK_LEAST, for instance) and set JAVA_HOME to its folder."
  JAVA_HOME=$home
  export JAVA_HOME
}

require_maven() {
  has mvn && return
  if [ -n "$(package_manager)" ] && may_change "Coracle is built with Maven. Install maven?"; then
    refresh_packages
    install_packages maven
  fi
  has mvn || fail "Maven is not installed." "Install Maven 3.8 or newer so that mvn is on the PATH."
}
