# shellcheck shell=sh
# Makes the copied data of etcd that of a new cluster with other addresses, and removes from it what named the old one.
# Runs with `sh -c` in a container of the node image: /nodes/NODE is a node's volume.
#
# usage: members keep|renew TOKEN NAME=ADDRESS...    every control plane; TOKEN is unique for the new cluster
#
# Prints `proxy` if kube-proxy's configuration was there: it names the old API, and has to be applied anew.
set -eu

endpoint=http://127.0.0.1:12379
export ETCDCTL_ENDPOINTS=$endpoint
program=$(find /image/layers/*/usr/local/libexec /image/layers/*/usr/local/bin -name etcd -type f 2>/dev/null | head -n 1)

# serve NAME OPTION...: runs a member alone, on the loopback. It replays its log first.
serve() {
    name=$1
    shift
    "$program" --name "$name" --data-dir "/nodes/$name/lib/etcd" --heartbeat-interval 20 --election-timeout 100 \
        --listen-client-urls "$endpoint" --advertise-client-urls "$endpoint" \
        --listen-peer-urls http://127.0.0.1:12380 --log-level error "$@" >/tmp/etcd.log 2>&1 &
    server=$!
    tries=0
    until etcdctl endpoint health >/dev/null 2>&1; do
        tries=$((tries + 1))
        if [ "$tries" -gt 300 ] || ! kill -0 "$server" 2>/dev/null; then
            tail -n 5 /tmp/etcd.log >&2
            exit 1
        fi
        sleep 0.1
    done
}

end() {
    kill "$server"
    wait "$server" || true
}

revision() {
    etcdctl endpoint status -w fields | sed -n 's/^"Revision" : //p'
}

# The member that knows most: what was acknowledged is on the majority of them, and on the one that led in any case.
# A member of several would wait for the others for ever, so it forgets them.
newest() {
    best=
    most=-1
    for member; do
        serve "${member%%=*}" --force-new-cluster
        if [ "$(revision)" -gt "$most" ]; then
            most=$(revision)
            best=${member%%=*}
        fi
        end
    done
    echo "$best"
}

# What the control plane makes anew when it is missing, and must not find as it was.
forget() {
    etcdctl del --prefix /registry/masterleases/
    etcdctl del /registry/configmaps/kube-public/cluster-info
    etcdctl del /registry/configmaps/kube-system/kube-proxy
    [ "$1" = renew ] || return 0
    etcdctl del /registry/configmaps/kube-system/extension-apiserver-authentication
    etcdctl del --prefix /registry/secrets/kube-system/bootstrap-token-
    etcdctl get --prefix --keys-only /registry/configmaps/ | grep '/kube-root-ca\.crt$' | while read -r key; do
        etcdctl del "$key"
    done
}

credentials=$1
token=$2
shift 2
if [ $# -eq 1 ]; then
    serve "${1%%=*}"
else
    best=$(newest "$@")
    serve "$best" --force-new-cluster
fi
[ "$(etcdctl get --count-only -w fields /registry/configmaps/kube-system/kube-proxy | sed -n 's/^"Count" : //p')" = 0 ] || echo proxy
forget "$credentials" >/dev/null
etcdctl snapshot save /tmp/members.db >/dev/null 2>&1
end

all=
for member; do all="$all${all:+,}${member%%=*}=https://${member#*=}:2380"; done
for member; do
    name=${member%%=*}
    rm -rf "/nodes/$name/lib/etcd"
    etcdutl snapshot restore /tmp/members.db --data-dir "/nodes/$name/lib/etcd" --name "$name" --initial-cluster "$all" \
        --initial-cluster-token "$token" --initial-advertise-peer-urls "https://${member#*=}:2380" >/tmp/etcdutl.log 2>&1 || {
        tail -n 5 /tmp/etcdutl.log >&2
        exit 1
    }
    chmod 700 "/nodes/$name/lib/etcd"
done
