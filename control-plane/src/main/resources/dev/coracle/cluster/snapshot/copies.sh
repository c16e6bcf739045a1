# shellcheck shell=sh
# Copies the volumes of a cluster's nodes into a snapshot and back. Runs with `sh -c` in a short-lived container of the
# node image: /nodes/NODE is a node's volume, /snapshots/CLUSTER/NAME/NODE its copy. The files of containerd's content
# store are named by their digest and never change, so /snapshots/.blobs holds each once, and the copies link to it.
#
# usage: images SNAPSHOT NODE...    takes in what never changes, while the nodes run
#        save SNAPSHOT NODE...      copies the volumes of frozen or stopped nodes, and prints the bytes that takes
#        settle                     returns when snapshots would survive a loss of power
#        discard CLUSTER NAME...    removes a cluster's snapshots but these, and the content that none links to
#        export SNAPSHOT            writes a snapshot to standard output, behind the record in /tmp
#        import SNAPSHOT            reads what export wrote
#        stage SNAPSHOT NODE...     copies back, beside what a node has, which may run
#        switch NODE...             puts the copy in place of what the nodes have; may be run again after a crash
#        strip NODE...              removes what a node is told apart by, and has it configured anew at its next boot
#        clean NODE...              removes what was replaced, or was never put in place
set -eu

content=lib/containerd/io.containerd.content.v1.content/blobs/sha256
blobs=/snapshots/.blobs

# Discarding looks for content without links, so it waits for those who are about to link, and they for it.
lock() {
    mkdir -p "$blobs"
    exec 9>"$blobs/.lock"
    flock "$1" 9
}

# in_parallel COMMAND SNAPSHOT NODE...: the command with each node at the same time.
in_parallel() {
    command=$1
    snapshot=$2
    shift 2
    running=
    for node; do
        "$command" "$snapshot" "$node" &
        running="$running $!"
    done
    for process in $running; do wait "$process"; done
}

take_blobs() {
    [ -d "/nodes/$1/$content" ] || return 0
    (cd "/nodes/$1/$content" && find . -type f) | while read -r blob; do
        [ -e "$blobs/$blob" ] && continue
        # One that goes away meanwhile is needed no more, and whoever looks must find it whole.
        cp -a --reflink=auto "/nodes/$1/$content/$blob" "$blobs/.new" 2>/dev/null || continue
        mv "$blobs/.new" "$blobs/$blob"
    done
}

make_like() {
    mkdir -p "$2"
    chown --reference="$1" "$2"
    chmod --reference="$1" "$2"
}

# Level by level down to the content: everything beside the way is copied whole. etcd fills its log with zeros up to
# 64 MB before it writes; they become holes.
save_node() {
    from=/nodes/$2
    to=/snapshots/$1/$2
    level=.
    for next in $(echo "$content" | tr / ' ') .; do
        make_like "$from/$level" "$to/$level"
        [ "$next" != . ] || break
        find "$from/$level" -mindepth 1 -maxdepth 1 ! -name "$next" ! -name '.coracle-*' \
            -exec cp -a --reflink=auto --sparse=always -t "$to/$level" {} +
        level=$level/$next
        [ -d "$from/$level" ] || return 0
    done
    (cd "$from/$content" && find . -type f) | (cd "$blobs" && xargs -r ln -t "$to/$content")
}

stage_node() {
    new=/nodes/$2/.coracle-new
    rm -rf "$new"
    mkdir "$new"
    cp -a --reflink=auto --sparse=auto "/snapshots/$1/$2/." "$new"
}

# Each move is done once: a folder's name tells how far an earlier run came.
switch_node() {
    cd "/nodes/$2"
    if [ -d .coracle-new ]; then
        mkdir -p .coracle-old
        find . -mindepth 1 -maxdepth 1 ! -name '.coracle-*' -exec mv -t .coracle-old {} +
        mv .coracle-new .coracle-in
    fi
    if [ -d .coracle-in ]; then
        find .coracle-in -mindepth 1 -maxdepth 1 -exec mv -t . {} +
        rmdir .coracle-in
    fi
}

clean_node() {
    rm -rf "/nodes/$2/.coracle-new" "/nodes/$2/.coracle-old"
}

discard_all_but() {
    cluster=$1
    shift
    for folder in "/snapshots/${cluster:?}"/*; do
        case " $* " in
        *" ${folder##*/} "*) ;;
        *) rm -rf "$folder" ;;
        esac
    done
    rmdir "/snapshots/$cluster" 2>/dev/null || true
}

# kubelet's own certificate, renewed since it joined, is of the old authority. The mark of kubeadm's records stays:
# without it a node holds the API's port back, as at a first boot, where kubelet has no pods to ask about yet.
strip_node() {
    cd "/nodes/$2/lib"
    rm -f coracle/machine-id coracle/configured kubelet/pki/kubelet-client-*
}

verb=$1
shift
case $verb in
images)
    shift
    lock -x
    for node; do take_blobs "$node"; done
    ;;
save)
    snapshot=$1
    shift
    lock -x
    rm -rf "/snapshots/${snapshot:?}"
    for node; do take_blobs "$node"; done
    in_parallel save_node "$snapshot" "$@"
    du -s --block-size=1 "/snapshots/$snapshot" | cut -f1
    ;;
export)
    # Linked content is in the archive once; attributes are those of overlay file systems and of programs.
    tar --xattrs --xattrs-include='*' --numeric-owner --sparse -I 'gzip -1' -cf - \
        -C /tmp coracle-snapshot.json -C "/snapshots/$1" .
    ;;
import)
    rm -rf "/snapshots/${1:?}"
    mkdir -p "/snapshots/$1"
    tar --xattrs --xattrs-include='*' --numeric-owner -xpzf - -C "/snapshots/$1"
    rm "/snapshots/$1/coracle-snapshot.json"
    ;;
settle) sync -f /snapshots ;;
discard)
    lock -x
    discard_all_but "$@"
    find "$blobs" -type f -links 1 ! -name .lock -delete
    ;;
stage)
    snapshot=$1
    shift
    in_parallel stage_node "$snapshot" "$@"
    sync -f "/nodes/$1"
    ;;
switch) in_parallel switch_node . "$@" ;;
strip) in_parallel strip_node . "$@" ;;
clean) in_parallel clean_node . "$@" ;;
*)
    echo "unknown: $verb" >&2
    exit 2
    ;;
esac
