#!/bin/sh
# Builds the C++ example by CMake against the library of the workspace and tries it: on the bundled stars, against a
# count that shares no code with it (awk), on streams, on bad data and wrong usage. Needs cargo, a C++ compiler, CMake.
# HEALPIX_LIB names a directory with libhealpix_ffi.a that is there already.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ -z "${HEALPIX_LIB:-}" ]; then
    (cd "$root" && cargo build --quiet --release -p healpix-ffi)
    HEALPIX_LIB=${CARGO_TARGET_DIR:-$root/target}/release
fi
cmake -S "$here" -B "$work/build" -DHEALPIX_LIB="$HEALPIX_LIB" -DCMAKE_DISABLE_FIND_PACKAGE_healpix_ffi=ON \
    -DCMAKE_BUILD_TYPE=Release >"$work/cmake.log" || { cat "$work/cmake.log"; exit 1; }
cmake --build "$work/build" >"$work/cmake.log" || { cat "$work/cmake.log"; exit 1; }

stars=$root/examples/data/stars.csv
failed=0
fail() {
    echo "FAILED: $*"
    failed=1
}

# run CODE ARGUMENTS...: the program ends with this code; what it prints is in $work/out and $work/err.
run() {
    expected=$1
    shift
    code=0
    "$work/build/sky_filter" "$@" >"$work/out" 2>"$work/err" || code=$?
    [ "$code" = "$expected" ] || fail "$*: exit code $code, not $expected: $(head -n 3 "$work/err")"
}

# says TEXT: on standard error.
says() {
    grep -qF -- "$1" "$work/err" || fail "\"$1\" was to be said: $(cat "$work/err")"
}

# expect FILE: the output is this.
expect() {
    diff -u "$1" "$work/out" >"$work/diff" || fail "the output differs: $(head -n 20 "$work/diff")"
}

# cone LON LAT RADIUS: the rows of the stars within a radius, by the haversine formula.
cone() {
    awk -F, -v lon="$1" -v lat="$2" -v radius="$3" '
        BEGIN { d = atan2(0, -1) / 180 }
        NR == 1 { print; next }
        { x = sin(($3 - lat) * d / 2); y = sin(($2 - lon) * d / 2)
          h = x * x + cos(lat * d) * cos($3 * d) * y * y
          if (2 * atan2(sqrt(h), sqrt(1 - h)) <= radius * d) print }' "$stars"
}

for field in "83.82 -5.39 2" "0.5 40 7.5" "0 90 12" "200 -89 30" "-10 20 120"; do
    # shellcheck disable=SC2086
    set -- $field
    cone "$1" "$2" "$3" >"$work/expected"
    run 0 --cone "$1,$2,$3" "$stars"
    expect "$work/expected"
    [ "$(wc -l <"$work/out")" -gt 10 ] || fail "cone $field: hardly any star"
    "$work/build/sky_filter" "--cone=$1,$2,$3" <"$stars" | cmp - "$work/expected" || fail "cone $field from a stream"
    run 0 --cone "$1,$2,$3" --invert "$stars"
    tail -n +2 "$work/out" >>"$work/expected"
    sort "$work/expected" >"$work/sorted"
    sort "$stars" | cmp - "$work/sorted" || fail "cone $field and the rest are not everything"
done

# complete: whether every expected row is there, whatever else is.
complete() { [ -z "$(comm -23 <(sort "$work/expected") <(sort "$work/out"))" ]; }

# A polygon over longitude 0; two cones are their union.
awk -F, 'NR == 1 || (($2 > 350 || $2 < 10) && $3 > 0 && $3 < 1)' "$stars" >"$work/expected"
run 0 --polygon 350,0,10,0,10,1,350,1 "$stars"
# Its upper side is a great circle, and bulges to the north of latitude 1.
complete || fail "stars are missing in the polygon"
{ cone 10 20 5; cone 12 20 5 | tail -n +2; } | sort -u >"$work/expected"
run 0 --cone 10,20,5 --cone 12,20,5 "$stars"
sort "$work/out" | cmp - "$work/expected" || fail "two cones"

# A MOC file: all stars of the cone are in its cells, at any depth; and it is a MOC file.
cone 10 20 5 >"$work/expected"
previous=100000
for depth in 3 6 11; do
    run 0 --cone 10,20,5 --moc-out "$work/cone.fits" --depth "$depth" "$stars"
    expect "$work/expected"
    run 0 --moc-in "$work/cone.fits" "$stars"
    complete || fail "stars of the cone are not in its MOC"
    n=$(wc -l <"$work/out")
    [ "$n" -lt "$previous" ] || fail "depth $depth: $n rows, and $previous at the depth before"
    previous=$n
done
run 0 --moc-in "$work/cone.fits" --invert --moc-out "$work/rest.fits" --depth 8 "$stars"
run 0 --moc-in "$work/rest.fits" --moc-in "$work/cone.fits" "$stars"
cmp "$work/out" "$stars" || fail "a MOC and its complement are not everything"

# Constant memory: thirty times the stars, a million rows, in the memory for a few.
{ cat "$stars"; for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29; do
    tail -n +2 "$stars"
done; } >"$work/many.csv"
(ulimit -v 60000 && "$work/build/sky_filter" --cone 10,20,5 <"$work/many.csv") >"$work/out" || fail "a long stream"
[ "$(wc -l <"$work/out")" = $((30 * ($(wc -l <"$work/expected") - 1) + 1)) ] || fail "a long stream: rows"

# Columns by name, quotes, line ends in quotes, CRLF, a byte order mark: rows come out as they are.
printf '\357\273\277name, Dec ,"RA"\r\n"a, ""b""", +20 ,1e1\r\n"two\r\nlines",20.1,"10"\r\n\r\nfar,20,50\r\n' >"$work/odd.csv"
printf '\357\273\277name, Dec ,"RA"\r\n"a, ""b""", +20 ,1e1\r\n"two\r\nlines",20.1,"10"\r\n' >"$work/expected"
run 0 --cone 10,20,1 "$work/odd.csv"
expect "$work/expected"
run 0 --cone 10,20,1 --lon-column ra --lat-column DEC "$work/odd.csv"
expect "$work/expected"
printf 'ra,dec,l,b\n10,20,50,60\n50,60,10,20' >"$work/two.csv"
run 0 --cone 10,20,1 --lon-column l --lat-column b "$work/two.csv"
printf 'ra,dec,l,b\n50,60,10,20\n' >"$work/expected"
expect "$work/expected"
run 1 --cone 200,20,1 "$work/two.csv"
run 1 --cone 10,20,1 --lon-column b --lat-column l "$work/two.csv"

# Rows without a position are told with their lines, and the others printed.
printf 'ra,dec\n10,20\nx,20\n10,95\n\n10\n,20\nnan,20\n10,20,30\n10,0x1\n10,20.5\n' >"$work/bad.csv"
printf 'ra,dec\n10,20\n10,20.5\n' >"$work/expected"
run 2 --cone 10,20,1 "$work/bad.csv"
expect "$work/expected"
says 'bad.csv:3: the longitude "x" is no number'
says 'bad.csv:4: latitude 95 is outside'
says 'bad.csv:6: 1 fields, and not 2'
says 'bad.csv:7: the longitude "" is no number'
says 'bad.csv:8: '
says '7 of 9 rows have no position'
[ "$(wc -l <"$work/err")" = 6 ] || fail "five rows and a sum were expected: $(cat "$work/err")"
run 0 --cone 10,20,1 --allow-bad-rows "$work/bad.csv"
expect "$work/expected"

# A stray quote spoils its own row, which is told with its line, and no other.
# quotes TEXT EXPECTED: rows in a cone, two of them spoiled at least.
quotes() {
    # shellcheck disable=SC2059
    printf "$1" >"$work/quotes.csv"
    # shellcheck disable=SC2059
    printf "$2" >"$work/expected"
    run 2 --cone 10,20,5 "$work/quotes.csv"
    expect "$work/expected"
}
quotes 'note,ra,dec\na,10,20\n"b,10,21\nc,10,22\nd,10,23' 'note,ra,dec\na,10,20\nc,10,22\nd,10,23\n'
says 'quotes.csv:3: a quote is never closed'
quotes 'note,ra,dec\n"b,10,21\nc,10,22\n"d,10,23\ne,10,24\n' 'note,ra,dec\nc,10,22\ne,10,24\n'
says 'quotes.csv:2: there is text behind a closing quote'
says 'quotes.csv:4: a quote is never closed'
says '2 of 4 rows have no position'
quotes 'note,ra,dec\n"b,10,21\n",c,10,22\nd,10,23\n' 'note,ra,dec\nd,10,23\n'
says 'quotes.csv:2: 4 fields, and not 3'
says 'quotes.csv:3: '
quotes 'note,ra,dec\n"b"x,10,21\nc"d,10,22\n,10,95\n"""e""\n,",10,23\n' 'note,ra,dec\nc"d,10,22\n"""e""\n,",10,23\n'
says 'quotes.csv:2: there is text behind a closing quote'
says '2 of 4 rows have no position'
{ printf 'note,ra,dec\n"b,10,21\n'; awk 'BEGIN { for (i = 0; i < 300000; i++) print "c,10,22" }'; } >"$work/quotes.csv"
run 2 --cone 10,20,5 "$work/quotes.csv"
[ "$(wc -l <"$work/out")" = 300001 ] || fail "a quote that is never closed in a long file: $(wc -l <"$work/out") lines"
says 'quotes.csv:2: a quote is never closed'
says '1 of 300001 rows'

# Wrong usage and data: nothing is printed but one line.
# wrong TEXT ARGUMENTS...
wrong() {
    text=$1
    shift
    run 2 "$@"
    says "$text"
    [ "$(wc -l <"$work/err")" = 1 ] || fail "$*: one line on standard error was expected"
    [ ! -s "$work/out" ] || fail "$*: nothing was to be printed"
}
wrong "which part of the sky" "$stars"
wrong "--cone needs three numbers" --cone 1,2 "$stars"
wrong '"x" is no number' --cone 1,x,3 "$stars"
wrong '"" is no number' --cone 1,2, "$stars"
wrong "--cone needs a value" --cone
wrong "latitude 91 is outside" --cone 1,91,3 "$stars"
wrong "radius" --cone 1,2,-3 "$stars"
wrong "pairs of numbers" --polygon 1,2,3 "$stars"
wrong "polygon" --polygon 1,2,3,4 "$stars"
wrong "depth 30 is not 0 to 29" --cone 1,2,3 --depth 30 "$stars"
wrong "no option --radius" --cone 1,2,3 --radius 3 "$stars"
wrong "one catalogue at a time" --cone 1,2,3 "$stars" "$stars"
wrong "go together" --cone 1,2,3 --lon-column ra "$stars"
wrong 'no columns "a" and "b"' --cone 1,2,3 --lon-column a --lat-column b "$stars"
wrong "cannot be opened" --cone 1,2,3 "$work/nowhere.csv"
wrong "No such file" --moc-in "$work/nowhere.fits" "$stars"
wrong "byte" --moc-in "$stars" "$stars"
wrong "No such file" --cone 1,2,3 --moc-out "$work/no/where.fits" "$stars"
wrong "there is no header" --cone 1,2,3 /dev/null
wrong "reading failed" --cone 1,2,3 "$work"
printf '"ra,dec\n1,2\n' >"$work/header.csv"
wrong "header.csv:1: a quote is never closed" --cone 1,2,3 "$work/header.csv"
printf '"ra"x,dec\n1,2\n' >"$work/header.csv"
wrong "header.csv:1: there is text behind a closing quote" --cone 1,2,3 "$work/header.csv"
run 0 --help
grep -q '^usage: ' "$work/out" || fail "--help"
run 0 --version
grep -qx 'sky_filter, with libhealpix_ffi [0-9.]*' "$work/out" || fail "--version: $(cat "$work/out")"
code=0
"$work/build/sky_filter" --cone 10,20,50 "$stars" >/dev/full 2>"$work/err" || code=$?
[ "$code" = 2 ] || fail "a full disk: exit code $code"
says "writing to standard output failed"

[ "$failed" = 0 ] && echo "examples/cpp: sky_filter does what it should"
exit "$failed"
