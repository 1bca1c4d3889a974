#!/bin/sh
# Builds the C example against the static and the shared library, runs both, and compares what they print,
# on good and on bad input, with the Rust example. Needs cargo, a C compiler and make.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
cd "$root"
target=${CARGO_TARGET_DIR:-$root/target}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cargo build --quiet --release -p healpix-ffi
cargo build --quiet --release -p healpix-examples --example stars
make --silent -f "$here/Makefile" HEALPIX_LIB="$target/release" BUILD="$work/build"

failed=0

# same NAME ARGUMENTS...: the three programs print the same, apart from the time taken, and end alike.
same() {
    name=$1
    shift
    code=0
    "$target/release/examples/stars" --no-plot "$@" >"$work/rust.out" 2>"$work/rust.err" || code=$?
    for linked in static shared; do
        c_code=0
        "$work/build/stars-$linked" "$@" >"$work/c.out" 2>"$work/c.err" || c_code=$?
        for stream in out err; do
            sed '/^Time: /d' "$work/rust.$stream" >"$work/expected"
            sed '/^Time: /d' "$work/c.$stream" >"$work/got"
            if ! diff -u --label rust --label "c $linked" "$work/expected" "$work/got"; then
                echo "FAILED: $name: $linked, std$stream"
                failed=1
            fi
        done
        if [ "$code" != "$c_code" ]; then
            echo "FAILED: $name: exit code $code in Rust, $c_code in C ($linked)"
            failed=1
        fi
    done
}

stars=examples/data/stars.csv
same "bundled stars" "$stars"
same "Orion" "$stars" --at 83.82,-5.39 --radius 30arcmin --all --nearest 12 --pairs 40 --depth 7
same "poles and longitude 0" "$stars" --at -0.0,90 --radius 3deg --all --depth 0
same "the other pole, deepest cells" "$stars" --at 360,-90 --radius 7200arcsec --depth 29 --pairs 0
same "the whole sky" "$stars" --at 180,0 --radius 180deg --all --nearest 50000 --depth 12

head='hip,lon_deg,lat_deg,mag'
# bad NAME TEXT: a file with this text is refused alike; TEXT is for printf.
bad() {
    # shellcheck disable=SC2059
    printf "$2" >"$work/bad.csv"
    same "$1" "$work/bad.csv"
    if [ ! -s "$work/rust.err" ] || [ "$(wc -l <"$work/rust.err")" != 1 ]; then
        echo "FAILED: $1: one line on stderr was expected"
        failed=1
    fi
}
bad "latitude" "$head\n1,2,3,4\n1,2,95.2,4\n"
bad "longitude" "$head\n1,-361,3,4\n"
bad "not a number" "$head\n\n\n1,2,three,4\n"
bad "NaN" "$head\r\n1,2,nan,4\r\n"
bad "infinite" "$head\n1,2,3,1e999\n"
bad "hexadecimal" "$head\n1,0x2,3,4\n"
bad "empty field" "$head\n1,,3,4\n"
bad "HIP" "$head\n-1,2,3,4\n"
bad "large HIP" "$head\n4294967296,2,3,4\n"
bad "too few fields" "$head\n1\n"
bad "too many fields" "$head\n1,2,3,4,5\n"
bad "missing column" "hip,ra_deg,dec_deg,mag\n1,2,3,4\n"
bad "quoted over two lines" "name,$head\n\"a\nb\",1,2,3,4\nx,1,2,93,4\n"
bad "not UTF-8" "$head\n1,2,3,4\n1,2,\377,4\n"
bad "overlong UTF-8" "$head\n\300\200,2,3,4\n"
bad "empty" ""
bad "blank" " \n\r\n"
bad "no stars" "$head\n"
same "missing file" "$work/nowhere.csv"
same "a directory" "$work"

good() {
    # shellcheck disable=SC2059
    printf "$2" >"$work/good.csv"
    same "$1" "$work/good.csv"
    [ ! -s "$work/rust.err" ] || { echo "FAILED: $1 was refused"; failed=1; }
}
good "one star" "$head\n1,2,3,4"
good "two stars a hemisphere apart" "$head\n1,0,90,4\n2,0,-90,5\n"
good "stars on top of each other" "$head\n1,10,20,4\n2,10,20,4\n3,-350,20,4\n"
good "moved columns, quotes, CRLF, byte order mark" "\357\273\277mag, name ,lat_deg,hip,lon_deg\r\n\r\n 4 ,\"a, \"\"b\"\"\",+3.,1,1e1\r\n"

[ "$failed" = 0 ] && echo "examples/c: all the same as the Rust example"
exit "$failed"
