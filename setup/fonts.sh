#!/bin/sh
# Extracts the Fandol faces (GPLv3 with font exception) from Debian's texlive-lang-chinese into the
# folder named as argument, without installing TeX, and checks each against its SHA-256.
set -eu

folder=$1
package=texlive-lang-chinese
sums="$(dirname "$0")/fonts.sha256"

is_whole() {
    (cd "$folder" 2>/dev/null && sha256sum --check --quiet --strict "$1" >/dev/null 2>&1)
}

sums=$(cd "$(dirname "$sums")" && pwd)/$(basename "$sums")
is_whole "$sums" && exit 0

if ! command -v apt-get >/dev/null 2>&1; then
    echo "没有 apt-get：请把 $(dirname "$0")/fonts.sha256 列出的字体放进 $folder" >&2
    echo "There is no apt-get: put the fonts that setup/fonts.sha256 lists into $folder" >&2
    exit 1
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
echo "下载开源字体 downloading $package (49 MB)"
(cd "$work" && apt-get download -qq -o APT::Sandbox::User=root "$package") || {
    echo "下载失败：先运行 apt-get update，再重试 / download failed: run apt-get update and try again" >&2
    exit 1
}
dpkg-deb --fsys-tarfile "$work"/*.deb | tar -x -C "$work" --wildcards \
    '*/opentype/public/fandol/Fandol*.otf' '*/fonts/fandol/*'
mkdir -p "$folder"
while read -r _ name; do
    find "$work/usr" -name "$name" -exec cp {} "$folder" \;
done < "$sums"
find "$work/usr" -path '*fandol/COPYING*' -exec cp {} "$folder" \;
is_whole "$sums" || {
    echo "字体的校验和不对，没有采用 / the fonts do not match their checksums" >&2
    exit 1
}
