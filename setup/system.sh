#!/bin/sh
# Installs the Debian packages named as arguments that are not there yet. Asks apt only for those,
# so that a second run needs neither network nor root.
set -eu

if ! command -v dpkg-query >/dev/null 2>&1; then
    echo "这不是 Debian 系的系统，请用自己的包管理器安装：$*" >&2
    echo "This is not a Debian-like system; install with its own package manager: $*" >&2
    exit 0
fi

missing=""
for package in "$@"; do
    status=$(dpkg-query --show --showformat='${db:Status-Abbrev}' "$package" 2>/dev/null || true)
    case $status in
        ii*) ;;
        *) missing="$missing $package" ;;
    esac
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -eq 0 ]; then
    as_root=""
elif command -v sudo >/dev/null 2>&1; then
    as_root="sudo"
else
    echo "缺少系统软件包，请让管理员运行：apt-get install$missing" >&2
    echo "System packages are missing; ask the administrator to run: apt-get install$missing" >&2
    exit 1
fi

echo "安装系统软件包 installing:$missing"
# sudo drops the environment, so the one setting that apt needs is given on the command line.
$as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
# shellcheck disable=SC2086 # the names are words of their own
$as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends $missing >/dev/null
