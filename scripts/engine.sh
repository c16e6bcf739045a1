# shellcheck shell=sh
# A Docker engine: installed from the distribution's packages and started, if none answers.

ENGINE_LOG=/var/log/coracle-dockerd.log

engine_answers() {
  has docker && docker version >/dev/null 2>&1
}

# A daemon may take a while to answer; ask three times a second for half a minute.
await_engine() {
  tries=0
  until engine_answers; do
    tries=$((tries + 1))
    [ "$tries" -lt 90 ] || return 1
    sleep 0.33
  done
}

install_engine() {
  [ -n "$(package_manager)" ] || fail "No Docker engine is installed, and this system's packages are unknown." \
    "Install Docker Engine, start it, and run the command again."
  may_change "No Docker engine is installed. Install the distribution's?" ||
    fail "No Docker engine is installed." "Install one, or run the command again with --yes."
  refresh_packages
  # debootstrap makes the base image where no registry can be reached.
  case $(package_manager) in
    apt-get) install_packages docker.io iptables debootstrap ca-certificates ;;
    dnf) install_packages "$(first_available moby-engine docker)" iptables-nft debootstrap ;;
  esac
}

# By the service manager where there is one, else by hand.
start_engine() {
  may_change "The Docker engine does not run. Start it?" ||
    fail "The Docker engine does not run." "Start it, or run the command again with --yes."
  say "starting the Docker engine"
  if [ -d /run/systemd/system ]; then
    as_root systemctl start docker
  else
    start_engine_by_hand
  fi
  await_engine || fail "The Docker engine was started and does not answer." \
    "Its log is in $ENGINE_LOG, or behind: journalctl -u docker"
}

# A daemon that was killed leaves a pid file behind which stops the next one if the number is in use
# again by another process.
start_engine_by_hand() {
  if [ -f /var/run/docker.pid ] && ! pgrep -x dockerd >/dev/null 2>&1; then
    as_root rm -f /var/run/docker.pid
  fi
  as_root sh -c "nohup dockerd >> $ENGINE_LOG 2>&1 < /dev/null &"
}

# require_engine: returns when an engine answers.
require_engine() {
  engine_answers && return
  [ -z "${DOCKER_HOST:-}" ] || fail "The Docker engine at DOCKER_HOST=$DOCKER_HOST does not answer." \
    "Start it, or unset DOCKER_HOST."
  [ "$(uname -s)" = Linux ] || fail "No Docker engine answers." \
    "Install Docker Desktop (or another that provides the docker command), start it, and try again."
  has dockerd || install_engine
  # Installing starts the service on some distributions.
  engine_answers || start_engine
}
