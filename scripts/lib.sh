# shellcheck shell=sh
# What the scripts share: talking to the user, and installing packages of the distribution.

say() {
  echo "coracle: $*" >&2
}

# fail MESSAGE [ADVICE]: ends with the exit code of a usage problem.
fail() {
  echo "Error: $1" >&2
  [ $# -lt 2 ] || echo "$2" >&2
  exit 11
}

has() {
  command -v "$1" >/dev/null 2>&1
}

# may_change QUESTION: whether the machine may be changed. Asks on a terminal; --yes (YES=true) and CI
# need no question; without any of these nobody could have agreed.
may_change() {
  [ "${YES:-}" != true ] && [ "${CI:-}" != true ] || return 0
  [ -t 0 ] && [ -t 2 ] || return 1
  printf '%s [Y/n] ' "$1" >&2
  read -r answer || return 1
  case $answer in '' | y | Y | yes) return 0 ;; *) return 1 ;; esac
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif has sudo; then
    sudo "$@"
  else
    fail "This needs root: $*" "Run it as root, or install sudo."
  fi
}

package_manager() {
  for manager in apt-get dnf; do
    if has "$manager"; then
      echo "$manager"
      return
    fi
  done
}

# available PACKAGE: whether the distribution has it.
available() {
  case $(package_manager) in
    apt-get) apt-cache show "$1" >/dev/null 2>&1 ;;
    dnf) dnf -q info "$1" >/dev/null 2>&1 ;;
    *) return 1 ;;
  esac
}

# refresh_packages: reads the distribution's lists once, since a fresh machine has none.
refresh_packages() {
  [ -z "${CORACLE_REFRESHED:-}" ] || return 0
  CORACLE_REFRESHED=1
  [ "$(package_manager)" != apt-get ] || as_root apt-get -q update >&2 || true
}

install_packages() {
  say "installing $*"
  case $(package_manager) in
    apt-get)
      as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install "$@" >&2
      ;;
    dnf) as_root dnf -q -y --setopt=install_weak_deps=False install "$@" >&2 ;;
  esac
}

# first_available PACKAGE...: the first that the distribution has.
first_available() {
  for package in "$@"; do
    if available "$package"; then
      echo "$package"
      return
    fi
  done
}
