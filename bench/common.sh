# shellcheck shell=bash disable=SC2034
# For benchmarks: sourced with `here` set to this folder. A kubeconfig of its own, and ways to measure.
coracle=${CORACLE:-$here/../coracle}
folder=$(mktemp -d)
export KUBECONFIG=$folder/kubeconfig

# Milliseconds of a whole process.
milliseconds() {
    local start
    start=$(date +%s%3N)
    "$@" >/dev/null
    echo $(($(date +%s%3N) - start))
}

# What each step of a command took, from its progress events.
steps() {
    jq -cs '[.[] | select((.event // .type // "" | ascii_downcase) == "succeeded") | {(.step): .ms}] | add // {}' "$1"
}

load() {
    cut -d' ' -f1 /proc/loadavg
}

# The memory controller's folder of a container, for cgroup v1 and v2.
cgroup() {
    local id
    id=$(docker inspect --format '{{.Id}}' "$1")
    find /sys/fs/cgroup -maxdepth 4 -type d \( -path "*memory*/$id" -o -name "docker-$id.scope" \) 2>/dev/null | head -n 1
}

# Bytes of a container. The page cache swings with what was read last; anonymous pages are what a laptop misses.
anonymous() {
    awk '$1 == "total_rss" || $1 == "anon" {print $2; exit}' "$(cgroup "$1")/memory.stat"
}
