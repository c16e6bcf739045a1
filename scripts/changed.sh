# shellcheck shell=sh
# changed: whether there is something to build, from the checkout's folder: a source is newer than the last build, or
# somebody else wrote the jars since, a plain `mvn package` for instance. find stops at the first; folders count too,
# since removing a file touches only its folder. Costs some milliseconds.
changed() {
  [ ! -f launcher/target/dist/stamp ] || [ -n "$(find pom.xml ./*/pom.xml ./*/src/main node-images/node \
    -newer launcher/target/dist/stamp -print -quit)" ] || untrained
}

# untrained: whether a jar is newer than the JVM's ahead-of-time cache. The JVM does not always notice that, and then
# runs old classes from the cache beside new ones from the jars.
untrained() {
  [ ! -f launcher/target/dist/trained ] || [ -n "$(find launcher/target/dist -name '*.jar' \
    -newer launcher/target/dist/trained -print -quit)" ]
}
