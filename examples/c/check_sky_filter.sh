#!/bin/sh
# check_sky_filter.sh PROGRAM: what the program sky_filter prints, reports and returns, on good and bad input, and how
# much memory it takes for a long stream. The rows of a cone are recounted by awk. Needs awk; valgrind is used if it is there.
set -eu

program=$1
here=$(cd "$(dirname "$0")" && pwd)
stars=$here/../data/stars.csv
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

fail() {
    echo "FAILED: $*"
    failed=1
}

# run CODE ARGUMENTS...: standard input goes in; what it prints is left in out and err.
run() {
    expected=$1
    shift
    code=0
    "$program" "$@" >"$work/out" 2>"$work/err" || code=$?
    [ "$code" = "$expected" ] || fail "exit code $code, not $expected: sky_filter $*: $(cat "$work/err")"
}

# says TEXT: in what was reported last.
says() {
    grep -qF -- "$1" "$work/err" || fail "\"$1\" was expected: $(cat "$work/err")"
}

silent() {
    [ ! -s "$work/err" ] || fail "nothing was expected on stderr: $(cat "$work/err")"
}

# prints TEXT: exactly that; TEXT is for printf.
prints() {
    # shellcheck disable=SC2059
    printf "$1" >"$work/expected"
    cmp -s "$work/expected" "$work/out" || fail "$(od -c "$work/expected" | head -n 5) was expected: $(od -c "$work/out" | head -n 5)"
}

# csv TEXT CODE ARGUMENTS...: a small catalogue from standard input, asked about the northern hemisphere.
north=0,90,90
csv() {
    # shellcheck disable=SC2059
    printf "$1" >"$work/in.csv"
    run "$2" --cone "$north" <"$work/in.csv"
}

# Cones: awk computes the distances another way.
for cone in 56.75,24.1167,1 83.82,-5.39,20 0,90,3 359.9,0,7 180,-45,120; do
    run 0 --cone $cone "$stars"
    silent
    awk -F, -v cone=$cone 'BEGIN { split(cone, c, ","); d = atan2(0, -1) / 180; cos_r = cos(c[3] * d) }
        NR == 1 { print; next }
        { cosine = sin($3 * d) * sin(c[2] * d) + cos($3 * d) * cos(c[2] * d) * cos(($2 - c[1]) * d)
          if (cosine >= cos_r) print }' "$stars" >"$work/expected"
    cmp -s "$work/expected" "$work/out" || fail "cone $cone: $(diff "$work/expected" "$work/out" | head -n 3)"
done

printf ' 0/0-11\n' >"$work/all.txt"
printf ' {"1": [0, 1, 2, 3]}' >"$work/one.json"
printf '0/0' >"$work/one.txt"

# The octant between the equator and two meridians.
run 0 --polygon 0,0,90,0,0,90 "$stars"
awk -F, 'NR == 1 || ($2 <= 90 && $3 >= 0)' "$stars" >"$work/expected"
cmp -s "$work/expected" "$work/out" || fail "octant: $(diff "$work/expected" "$work/out" | head -n 3)"

# Inside and outside together are everything, in order.
run 0 --cone=83.82,-5.39,20 --invert - <"$stars"
cp "$work/out" "$work/outside"
run 0 --cone 83.82,-5.39,20 --moc-out "$work/orion.fits" --depth 6 -- "$stars"
cp "$work/out" "$work/inside"
cat "$work/inside" "$work/outside" | sort | uniq -d | diff - "$stars" | grep -q '^<' && fail "a row is inside and outside"
[ "$(cat "$work/inside" "$work/outside" | wc -l)" = $(($(wc -l <"$stars") + 1)) ] || fail "rows got lost"

# Parts of the sky are taken together; the rest is what is in none of them.
for rest in "" --invert; do
    run 0 --cone 10,20,5 --cone 12,20,5 --polygon 0,-10,20,-10,10,0 --moc-in "$work/orion.fits" $rest "$stars"
    cp "$work/out" "$work/together$rest"
done
{
    for part in "--cone 10,20,5" "--cone 12,20,5" "--polygon 0,-10,20,-10,10,0" "--moc-in $work/orion.fits"; do
        # shellcheck disable=SC2086
        "$program" $part "$stars" | tail -n +2
    done
} | sort -u >"$work/expected"
tail -n +2 "$work/together" | sort | cmp - "$work/expected" || fail "four parts together"
cat "$work/together" "$work/together--invert" | sort -u >"$work/expected"
sort "$stars" | cmp - "$work/expected" || fail "four parts and the rest are not everything"

# The MOC of the rest: together with that of the part it is the whole sky, and they share no more than a border.
run 0 --cone 83.82,-5.39,20 --moc-in "$work/one.txt" --depth 8 --moc-out "$work/part.fits" "$stars"
run 0 --cone 83.82,-5.39,20 --moc-in "$work/one.txt" --depth 8 --moc-out "$work/rest.fits" --invert "$stars"
cp "$work/out" "$work/outside"
run 0 --moc-in "$work/part.fits" --moc-in "$work/rest.fits" "$stars"
cmp -s "$work/out" "$stars" || fail "the MOCs of a part and of the rest are not the whole sky"
run 0 --moc-in "$work/rest.fits" "$stars"
grep -vxFf "$work/out" "$work/outside" && fail "a row of the rest is not in its MOC"
run 0 --moc-in "$work/rest.fits" --invert --moc-out "$work/inner.fits" "$stars"
run 0 --moc-in "$work/inner.fits" "$stars"
cp "$work/out" "$work/inner"
run 0 --moc-in "$work/part.fits" "$stars"
grep -vxFf "$work/out" "$work/inner" && fail "what is not in the MOC of the rest is not in that of the part"

# The MOC holds the cone and more; deeper, less more.
run 0 --moc-in "$work/orion.fits" --moc-out "$work/same.fits" "$stars"
cmp -s "$work/orion.fits" "$work/same.fits" || fail "the MOC came out otherwise than it went in"
cp "$work/out" "$work/touched"
grep -vxFf "$work/touched" "$work/inside" && fail "a row of the cone is not in its MOC"
[ "$(wc -l <"$work/touched")" -gt "$(wc -l <"$work/inside")" ] || fail "the MOC is not larger than the cone"
run 0 --moc-in "$work/orion.fits" --moc-out "$work/coarse.fits" --depth 2 "$stars"
run 0 --moc-in "$work/coarse.fits" "$stars"
[ "$(wc -l <"$work/out")" -gt "$(wc -l <"$work/touched")" ] || fail "the coarse MOC is not larger"
run 0 --moc-in "$work/orion.fits" --moc-out "$work/fine.fits" --depth 9 "$stars"
run 0 --moc-in "$work/fine.fits" "$stars"
cmp -s "$work/touched" "$work/out" || fail "the refined MOC holds other rows"
run 0 --moc-in "$work/all.txt" "$stars"
cmp -s "$stars" "$work/out" || fail "the whole sky does not hold all rows"
run 0 --moc-in "$work/one.json" "$stars"
cp "$work/out" "$work/json"
run 0 --moc-in "$work/one.txt" "$stars"
cmp -s "$work/json" "$work/out" || fail "a MOC in JSON and in ASCII"

# Rows come out as they went in.
csv 'ra,dec\n1,2\n3,-4\n5,6' 0 && prints 'ra,dec\n1,2\n5,6\n' && silent
csv 'name, DEC ,RA\r\n"a, ""b"""," 2 ",1\r\nc,-2,1\r\n' 0 && prints 'name, DEC ,RA\r\n"a, ""b"""," 2 ",1\r\n' && silent
csv '\357\273\277lon_deg,lat_deg\n1,+2.5e0\n' 0 && prints '\357\273\277lon_deg,lat_deg\n1,+2.5e0\n' && silent
csv 'note,ra,dec\n"over\ntwo lines",1,2\n\n  \nx,-361,90\n' 0 && prints 'note,ra,dec\n"over\ntwo lines",1,2\nx,-361,90\n' && silent
csv 'ra,dec\n1,-2\n' 1 && prints 'ra,dec\n' && silent
csv 'ra,dec' 1 && prints 'ra,dec\n' && silent
csv 'l,b,ra,dec,ra_deg\n0,0,1,2,9\n' 0 && prints 'l,b,ra,dec,ra_deg\n0,0,1,2,9\n' && silent
printf 'lon,lat,l,b\n1,2,3,-4\n' >"$work/two.csv"
run 1 --cone "$north" --lon-column l --lat-column b "$work/two.csv" && prints 'lon,lat,l,b\n'
run 0 --cone "$north" --lon-column l --lat-column b --invert "$work/two.csv" && silent

# Rows without a position are reported with their lines and never printed, and make the exit code 2.
csv 'ra,dec\n1,2\n1,95.2\n1,x\n,3\nnan,3\n1e999,3\n1\n1,2,3\n0x1,3\n3,4\n' 2
prints 'ra,dec\n1,2\n3,4\n'
says 'standard input:3: the latitude 95.2 is outside [-90, 90] degrees'
says 'standard input:4: the latitude "x" is not a finite number'
says 'standard input:5: the longitude "" is not a finite number'
says 'standard input: 8 of 10 rows have no position and are left out; the first ones are above'
[ "$(wc -l <"$work/err")" = 6 ] || fail "five rows and a sum were expected: $(cat "$work/err")"
run 2 --invert --cone "$north" "$work/in.csv"
prints 'ra,dec\n' && says "$work/in.csv:7: the longitude \"1e999\" is not a finite number"
run 0 --cone "$north" --allow-bad-rows "$work/in.csv"
prints 'ra,dec\n1,2\n3,4\n' && says '8 of 10 rows'
csv 'ra,dec\n1\n1,2,3\n' 2 && says ':2: 1 field where the header has 2' && says ':3: 3 fields where the header has 2'
csv 'note,ra,dec\na,1,2\n"b,1,3\nc,1,4\nd,1,5' 2 && prints 'note,ra,dec\na,1,2\nc,1,4\nd,1,5\n'
says 'standard input:3: a quote is never closed'
csv 'note,ra,dec\n"b,1,3\nc,1,4\n"d,1,5\ne,1,6\n' 2 && prints 'note,ra,dec\nc,1,4\ne,1,6\n'
says 'standard input:2: ' && says 'standard input:4: ' && says '2 of 4 rows'
csv 'ra,dec\n1,2\0003\n1,4\n' 2 && prints 'ra,dec\n1,4\n' && says 'standard input:2: the latitude'

# Long lines.
{
    printf 'note,ra,dec\n'
    head -c 1000000 /dev/zero | tr '\0' 'x' && printf ',1,2\n'
    head -c 3000000 /dev/zero | tr '\0' 'x' && printf ',1,3\n"'
    head -c 2000000 /dev/zero | tr '\0' '\n' && printf '",1,4\nlast,1,5\n'
} >"$work/long.csv"
run 2 --cone "$north" "$work/long.csv"
[ "$(wc -c <"$work/out")" = $((12 + 1000005 + 9)) ] || fail "the long line: $(wc -c <"$work/out") bytes"
says "$work/long.csv:3: the line is longer than 1 MiB" && says "$work/long.csv:4: a quote is never closed"

# Catalogues that are none.
csv '' 2 && says 'the header line is missing' && prints ''
csv '\n \r\n' 2 && says 'the header line is missing'
csv 'hip,mag\n1,2\n' 2 && says 'standard input:1: no columns look like positions' && says 'the columns are: hip, mag'
csv 'ra,dec,lon,lat\n1,2,3,4\n' 2 && says 'more than two columns look like positions'
csv 'ra,dec,RA\n1,2,3\n' 2 && says 'more than two columns look like positions'
csv '"ra,dec\n1,2\n' 2 && says 'standard input:1: a quote is never closed'
run 2 --cone "$north" "$work/nowhere.csv" && says 'nowhere.csv: No such file or directory'
run 2 --cone "$north" "$work" && says "$work: Is a directory"
run 2 --cone "$north" --lon-column ra --lat-column dec "$stars" && says 'there is no column "ra"; the columns are: hip, lon_deg'

# Command lines that are none.
for wrong in "" "--cone 1,2" "--cone 1,2,x" "--cone 1,2,-3" "--cone 1,99,3" "--polygon 1,2,3" "--polygon 1,2,3,4" \
    "--cone" "--cone=" "--cone $north --moc-out x --moc-out y" "--cone $north --cone 1,2" "--cone $north --depth 3" \
    "--cone $north --depth 30 --moc-out x" "--cone $north --depth -1 --moc-out x" "--cone $north --fast" "--cone $north a b" \
    "--cone $north --lon-column a" "--moc-in $work/nowhere.fits" "--moc-in $stars" "--moc-in /dev/null" "--moc-in $work" \
    "--cone $north --moc-out $work/no/such/directory.fits" "--cone nan,0,1" "--polygon 0,0,10,10,10,0,0,10"; do
    # shellcheck disable=SC2086
    run 2 $wrong <"$stars"
    prints ''
    [ "$(wc -l <"$work/err")" = 1 ] || fail "one line was expected for sky_filter $wrong: $(cat "$work/err")"
done
run 0 -h && grep -q '^Usage: sky_filter' "$work/out" || fail "--help"
run 0 --version && grep -q 'libhealpix_ffi [0-9]' "$work/out" || fail "--version"

# Output that cannot be written.
if [ -w /dev/full ]; then
    for arguments in "--cone $north $stars" "--cone 0,0,0 $stars" "--help"; do
        code=0
        # shellcheck disable=SC2086
        "$program" $arguments >/dev/full 2>"$work/err" || code=$?
        [ "$code" = 2 ] || fail "a full disk gave exit code $code: $arguments"
    done
    "$program" --cone "$north" "$stars" >/dev/full 2>"$work/err" || says 'standard output: No space left on device'
    run 2 --cone "$north" --moc-out /dev/full "$stars" && says '/dev/full'
fi

# 1.8 million rows, 50 MB, in 32 MiB of address space, the program itself included.
row() { awk -v n="$1" 'BEGIN { print "id,ra,dec,note"; for (i = 0; i < n; i++) printf "%d,%.4f,%.4f,text\n", i, i % 360, (i * 7) % 180 - 89.5 }'; }
[ "$(row 1800000 | (ulimit -v 32768; "$program" --cone "$north") | wc -l)" = 900001 ] || fail "a long stream in little memory"

if command -v valgrind >/dev/null; then
    for arguments in "--cone 83.82,-5.39,20 --moc-out $work/v.fits $work/in.csv" "--moc-in $work/orion.fits $stars" \
        "--polygon 1,2,3,4 $stars" "--moc-in $work/one.json $work/long.csv" "--cone $north $work/nowhere.csv"; do
        code=0
        # shellcheck disable=SC2086
        valgrind --quiet --error-exitcode=99 --leak-check=full "$program" $arguments >/dev/null 2>"$work/err" || code=$?
        [ "$code" != 99 ] || fail "valgrind: $arguments: $(cat "$work/err")"
    done
fi

[ "$failed" = 0 ] && echo "examples/c: sky_filter does what it says"
exit "$failed"
