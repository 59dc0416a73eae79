#!/bin/sh
# Prints the home of a JDK 25 or newer, or says how to get one and leaves with 2.
#
# Many machines have an older default `java`, so the search goes: JAVA_HOME, the `java` of the PATH, then the usual
# places. Among those the lowest version from 25 on wins: it is what the build is tested with. Versions are read from
# each JDK's `release` file; no JVM is started.
needed=25

# True if folder $1 is a JDK that will do; `version` is then its feature version (25).
good() {
  version=
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  while IFS='=' read -r key value; do
    [ "$key" = JAVA_VERSION ] || continue
    version=${value#\"}
    version=${version%%[!0-9]*}
  done <"$1/release"
  [ -n "$version" ] && [ "$version" -ge "$needed" ]
}

if [ -n "${JAVA_HOME-}" ] && good "$JAVA_HOME"; then
  printf '%s\n' "$JAVA_HOME"
  exit 0
fi

java=$(command -v java 2>/dev/null) || java=
if [ -n "$java" ]; then
  java=$(readlink -f "$java" 2>/dev/null) || java=
  home=${java%/bin/java}
  if [ -n "$java" ] && good "$home"; then
    printf '%s\n' "$home"
    exit 0
  fi
fi

best= best_version=
for home in \
  /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/java/* /opt/* /opt/java/* /opt/jdk/* \
  "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* "${HOME-}"/.local/share/mise/installs/java/* \
  /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
  /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
  good "$home" || continue
  if [ -z "$best" ] || [ "$version" -lt "$best_version" ]; then
    best=$home best_version=$version
  fi
done
if [ -n "$best" ]; then
  printf '%s\n' "$best"
  exit 0
fi

cat >&2 <<END
zonewright needs a JDK $needed or newer and found none under JAVA_HOME, in the PATH or in the usual places.
  Debian, Ubuntu   apt-get install openjdk-$needed-jdk-headless   (or temurin-$needed-jdk from https://adoptium.net)
  Fedora, RHEL     dnf install java-$needed-openjdk-devel
  macOS            brew install openjdk@$needed
  any              https://adoptium.net, unpack it, and set JAVA_HOME to its folder
END
exit 2
