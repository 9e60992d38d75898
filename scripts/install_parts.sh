#!/bin/sh
# The real programs the tests start: as root they are installed, otherwise one sentence says what is missing.
set -eu
missing=""
need() { # need <Debian package> <file that shows it is there>
    [ -e "$2" ] || missing="$missing $1"
}
need chromium-headless-shell /usr/bin/chromium-headless-shell
need golang-go /usr/bin/go
need golang-golang-x-mod-dev /usr/share/gocode/src/golang.org/x/mod
need fonts-noto-core /usr/share/fonts/truetype/noto/NotoSans-Regular.ttf
need fonts-noto-cjk /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc
need strace /usr/bin/strace
need tesseract-ocr /usr/bin/tesseract
need tesseract-ocr-vie /usr/share/tesseract-ocr/5/tessdata/vie.traineddata
need tesseract-ocr-chi-sim /usr/share/tesseract-ocr/5/tessdata/chi_sim.traineddata
need libpango-1.0-0 "$(ldconfig -p | sed -n 's/.*libpango-1.0.so.0 .*=> //p' | head -1)"
need libpangoft2-1.0-0 "$(ldconfig -p | sed -n 's/.*libpangoft2-1.0.so.0 .*=> //p' | head -1)"
need libharfbuzz-subset0 "$(ldconfig -p | sed -n 's/.*libharfbuzz-subset.so.0 .*=> //p' | head -1)"
[ -n "$missing" ] || exit 0
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    echo "Installing the programs the tests use:$missing"
    apt-get update -qq
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing >/dev/null
else
    echo "The tests use programs that are not here. Please install the Debian packages:$missing" >&2
    exit 1
fi
