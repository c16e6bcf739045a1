# shellcheck shell=bash
# For benchmarks of the window: a desktop of its own, drawn by software, with openbox and a panel that has a place for the
# status icon. It needs what the tests of the desktop need (test-packages.txt).

# open_desktop FOLDER, where it keeps its files; the variables that lead to it are set.
open_desktop() {
    local folder=$1 desktop settings
    desktop=$(dirname "${BASH_SOURCE[0]}")/../tray/src/test/resources/desktop
    settings=$folder/config/xfce4/xfconf/xfce-perchannel-xml
    mkdir -p "$settings"
    cp "$desktop/xfce4-panel.xml" "$settings"
    export XDG_CONFIG_HOME=$folder/config XDG_RUNTIME_DIR=$folder NO_AT_BRIDGE=1 LC_ALL=C.UTF-8
    mkfifo "$folder/orders" "$folder/answers"
    SCREEN=1280x900 bash "$desktop/desktop.sh" <"$folder/orders" >"$folder/answers" 2>"$folder/errors" &
    exec 7>"$folder/orders" 8<"$folder/answers"
    read -r _ DISPLAY DBUS_SESSION_BUS_ADDRESS <&8
    export DISPLAY DBUS_SESSION_BUS_ADDRESS
    echo panel >&7
    read -r _ <&8
    sleep 2
}

# It ends when its standard input does.
close_desktop() {
    exec 7>&-
}
