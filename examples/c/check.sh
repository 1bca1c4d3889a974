#!/bin/sh
# Builds the C examples against the static and the shared library and runs all of them. What `stars` prints, on good and
# on bad input, is compared with the Rust example; `sky_filter` has a check of its own. Needs cargo, a C compiler and make.
# HEALPIX_LIB names a directory with both libraries that is there already.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
cd "$root"
target=${CARGO_TARGET_DIR:-$root/target}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ -z "${HEALPIX_LIB:-}" ]; then
    cargo build --quiet --release -p healpix-ffi
    HEALPIX_LIB=$target/release
fi
# As the README says it: with `-p`, features of dependencies differ, and all is compiled once more.
cargo build --quiet --release --example stars
make --silent -f "$here/Makefile" HEALPIX_LIB="$HEALPIX_LIB" BUILD="$work/build"

failed=0
mkdir "$work/rust" "$work/static" "$work/shared"

# same NAME ARGUMENTS...: the three programs print the same, apart from the time taken, and end alike.
same() {
    name=$1
    shift
    compare "$name" --no-mocs "$@"
}

# compare NAME ARGUMENTS...: the same, each program in a directory of its own, rust, static and shared.
compare() {
    name=$1
    shift
    code=0
    (cd "$work/rust" && "$target/release/examples/stars" --no-plot "$@") >"$work/rust.out" 2>"$work/rust.err" || code=$?
    for linked in static shared; do
        c_code=0
        (cd "$work/$linked" && "$work/build/stars-$linked" "$@") >"$work/c.out" 2>"$work/c.err" || c_code=$?
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

stars=$root/examples/data/stars.csv
outlines=$root/examples/data/constellations.json
same "bundled stars" "$stars"
compare "MOCs" "$stars" --outlines "$outlines" --constellations 88
compare "finer MOCs, in a directory deeper down" "$stars" --mocs deep/er/ --outline-depth 11 --constellations 0
for linked in static shared; do
    diff -r "$work/rust" "$work/$linked" || failed=1
done
if [ "$(find "$work/rust" -type f | wc -l)" != 352 ]; then
    echo "FAILED: two times 88 FITS and 88 JSON files were expected"
    failed=1
fi
same "every constellation, and a place on the border of two" "$stars" --constellations 100 --at 344.3429,53.168
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

# fault NAME MESSAGE ARGUMENTS...: refused with one line that begins alike; a directory that was not there is not
# left behind.
fault() {
    name=$1
    message=$2
    shift 2
    for program in "$target/release/examples/stars --no-plot" "$work/build/stars-static"; do
        # shellcheck disable=SC2086
        if $program "$stars" "$@" >"$work/out" 2>"$work/err"; then
            echo "FAILED: $name was accepted by $program"
            failed=1
        fi
        case $(cat "$work/err") in
        "$message"*) ;;
        *)
            echo "FAILED: $name: $program said $(cat "$work/err")"
            failed=1
            ;;
        esac
        if [ -s "$work/out" ] || [ "$(wc -l <"$work/err")" != 1 ]; then
            echo "FAILED: $name: $program: nothing but one line on stderr was expected"
            failed=1
        fi
    done
}

bad_json="$work/bad.json"
# json NAME LINE TEXT: outlines that are refused with the number of the line.
json() {
    # shellcheck disable=SC2059
    printf "$3" >"$bad_json"
    fault "$1" "$bad_json:$2" --no-mocs --outlines "$bad_json"
}
json "no JSON" 1: ""
json "no list" 1: '{"name": "And", "lon_lat_deg": []}'
json "no outlines" " there are no outlines" "[]"
json "no vertices" 3: '[\n{"name": "And", "lon_lat_deg": []},\n{"name": "Ant"}]'
json "no name" 1: '[{"lon_lat_deg": []}]'
json "a name twice" 1: '[{"name": "And", "name": "Ant"}]'
json "another field" 1: '[{"name": "And", "lon_lat_deg": [], "size": 3}]'
json "three coordinates" 1: '[{"name": "And", "lon_lat_deg": [[1, 2, 3]]}]'
json "a number with a zero in front" 2: '[{"name": "And", "lon_lat_deg": [\n[01, 2]]}]'
json "a number that ends early" 1: '[{"name": "And", "lon_lat_deg": [[1., 2]]}]'
json "NaN" 1: '[{"name": "And", "lon_lat_deg": [[NaN, 2]]}]'
json "infinite" 1: '[{"name": "And", "lon_lat_deg": [[1e999, 2]]}]'
json "cut off" 1: '[{"name": "And", "lon_lat_deg": [[1, 2], [3'
json "cut off in a string" 1: '[{"name": "And'
json "something behind it" 2: '[{"name": "And", "lon_lat_deg": []}]\n[]'
json "a latitude" " And: vertex 1: latitude 90.5 is outside [-90, 90] degrees" \
    '[{"name": "And", "lon_lat_deg": [[1, 2], [3, 90.5]]}]'
json "a path as name" ' the name "../And" is not of 1 to 32 letters' '[{"name": "../And", "lon_lat_deg": []}]'
json "two vertices" " And: " '[{"name": "And", "lon_lat_deg": [[1, 2], [3, 4]]}]'
json "crossing sides" " Bow: " '[{"name": "Bow", "lon_lat_deg": [[0, 0], [10, 10], [10, 0], [0, 10]]}]'
same "missing outlines" "$stars" --outlines "$work/nowhere.json"
same "a directory as outlines" "$stars" --outlines "$work"
fault "a file as directory" "$work/out: cannot make the directory: File exists" --mocs "$work/out"
fault "a directory below a file" "/dev/null/mocs: cannot make the directory: Not a directory" --mocs /dev/null/mocs
fault "no directory can be made" "/proc/a/b: cannot make the directory: No such file or directory" --mocs /proc/a/b
mkdir -p "$work/taken/And.fits" "$work/taken/other/And.json"
fault "a directory as FITS file" "" --mocs "$work/taken"
fault "a directory as JSON file" "$work/taken/other/And.json: cannot write the MOC: Is a directory" --mocs "$work/taken/other"
if [ -n "$(find "$work/taken" -type f ! -name '???.fits' ! -name '???.json')" ]; then
    echo "FAILED: unfinished files are left behind"
    find "$work/taken"
    failed=1
fi

printf '[{"lon_lat_deg": [[0, 0], [20, 0], [2e1, 20], [0, 20.0]], "name": "Left"},
 {"name": "Right", "lon_lat_deg": [[20,0],[40,0],[40,20],[20,20]]}, {"name": "Left", "lon_lat_deg": [[10,0],[20,0],[10,-20]]}]' >"$work/few.json"
printf 'hip,lon_deg,lat_deg,mag\n1,10,10,4\n2,30,10,5\n3,20,20,6\n4,300,10,7\n5,12,-2,8\n6,20,0,9' >"$work/few.csv"
same "few outlines, with gaps and stars on borders" "$work/few.csv" --outlines "$work/few.json" --at 20,20
same "a place in no outline" "$work/few.csv" --outlines "$work/few.json" --at 200,20 --outline-depth 0
printf '[{"name":"A","lon_lat_deg":[[0,0],[30,0],[0,30]]},{"name":"B","lon_lat_deg":[[0,0],[40,0],[0,40]]}]' >"$work/over.json"
same "outlines on top of each other" "$work/few.csv" --outlines "$work/over.json" --at 1,1 --constellations 1

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

for linked in static shared; do
    sh "$here/check_sky_filter.sh" "$work/build/sky_filter-$linked" || failed=1
done
exit "$failed"
