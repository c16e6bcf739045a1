# shellcheck shell=sh
# changed: whether a source is newer than the last build, from the checkout's folder. find stops at the
# first; folders count too, since removing a file touches only its folder. Costs some milliseconds.
changed() {
  [ ! -f launcher/target/dist/stamp ] || [ -n "$(find pom.xml ./*/pom.xml ./*/src/main node-images/node \
    -newer launcher/target/dist/stamp -print -quit)" ]
}
