//! The header is the manual: every function has an example, and all examples compile as C11 and C++17 and are true.
//!
//! An example is the block between "```c" and "```" in the comment of a function. What comes before its first empty
//! line stands outside of the C function that is made of it; `stars` is made for it if it uses that.
#![expect(clippy::expect_used, reason = "a test that cannot go on stops")]

use std::fmt::Write;
use std::fs;

mod common;
#[path = "common/declared.rs"]
mod declared;
#[path = "common/fits_files.rs"]
mod fits_files;
#[path = "common/programs.rs"]
mod programs;

use declared::Function;
use programs::Language;

/// Functions that have no example yet. They leave this list as soon as they have one.
const WITHOUT_EXAMPLE: &[&str] = &[];

/// A condition that does not hold is reported with the line of the header and the last message of the library; a crash
/// with the function whose example it was.
const PRELUDE: &str = r#"
#include <math.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <healpix/healpix.h>

#define DEG (3.14159265358979323846 / 180.0)
#define assert(condition) check((condition) ? 1 : 0, #condition, __LINE__)

static const char *running = "";
static int failures = 0;

static void check(int holds, const char *condition, int line)
{
    char message[500] = "";
    size_t len = 0;
    if (holds)
        return;
    healpix_last_error_message(message, sizeof message, &len);
    printf("healpix.h:%d: the example of %s: not true: %s (last message: %s)\n", line, running, condition, message);
    failures++;
}

static void crash(int signal)
{
    printf("the example of %s: signal %d\n", running, signal);
    fflush(stdout);
    _Exit(EXIT_FAILURE);
}

static healpix_point_index *three_stars(void)
{
    const double lon[] = {279.2347, 310.358, 297.6958}, lat[] = {38.7837, 45.2803, 8.8683};
    healpix_point_index *stars = NULL;
    uint32_t first_row;
    assert(healpix_point_index_new(&stars) == HEALPIX_OK);
    assert(healpix_point_index_push_slice_deg(stars, lon, lat, 3, &first_row) == HEALPIX_OK);
    assert(healpix_point_index_build(stars) == HEALPIX_OK);
    return stars;
}
"#;

/// The lines of the one example in a comment, with their numbers in the header.
fn example(function: &Function) -> Option<&[(usize, String)]> {
    let mut fences =
        function.comment.iter().enumerate().filter(|(_, (_, line))| line.starts_with("```")).map(|(at, _)| at);
    let (begin, end) = (fences.next()?, fences.next()?);
    assert!(fences.next().is_none(), "{} has more than one example", function.name);
    assert_eq!(function.comment[begin].1, "```c", "{}", function.name);
    Some(&function.comment[begin + 1..end])
}

/// The C functions of all examples, and a `main` that runs them.
fn program() -> String {
    let mut source = PRELUDE.to_owned();
    let mut main = String::new();
    for function in declared::functions() {
        let Some(lines) = example(&function) else { continue };
        let name = &function.name;
        let empty = lines.iter().position(|(_, line)| line.is_empty());
        let (before, body) = lines.split_at(empty.unwrap_or_default());
        let uses_stars = body.iter().any(|(_, line)| line.contains("(stars") || line.contains(", stars"));

        let mut put = |text: &str| writeln!(source, "{text}").expect("a String takes all");
        let first = lines.first().map_or(1, |line| line.0);
        put(&format!("#line {first} \"healpix.h\""));
        before.iter().for_each(|(_, line)| put(line));
        put(&format!("static void example_of_{name}(void) {{"));
        if uses_stars {
            put("healpix_point_index *stars = three_stars();");
        }
        put(&format!("#line {} \"healpix.h\"", first + before.len()));
        body.iter().for_each(|(_, line)| put(line));
        put(if uses_stars { "healpix_point_index_free(stars); }" } else { "}" });
        main.push_str(&format!("    running = \"{name}\", example_of_{name}();\n"));
    }
    source
        + "int main(void)\n{\n    signal(SIGSEGV, crash), signal(SIGABRT, crash);\n"
        + &main
        + "    return failures ? EXIT_FAILURE : EXIT_SUCCESS;\n}\n"
}

fn compile_and_run(language: Language, name: &str) {
    let directory = programs::scratch().join(name);
    fs::create_dir_all(&directory).expect("a directory for the files of the examples");
    fs::write(directory.join("map.fits"), fits_files::map()).expect("map.fits");
    fs::write(directory.join("skymap.fits"), fits_files::multi_order_map()).expect("skymap.fits");
    let source = directory.join(format!("examples.{name}"));
    fs::write(&source, program()).expect("the source");
    let program = directory.join("examples");
    programs::compile(&source, language, &program);
    programs::run(&program, &directory);
}

#[test]
fn every_function_has_an_example_that_calls_it() {
    let functions = declared::functions();
    assert!(functions.len() > 300, "{}", functions.len());
    let without: Vec<&str> =
        functions.iter().filter(|function| example(function).is_none()).map(|function| &*function.name).collect();
    assert_eq!(without, WITHOUT_EXAMPLE);
    for function in &functions {
        let Some(lines) = example(function) else { continue };
        let calls = lines.iter().any(|(_, line)| line.contains(&format!("{}(", function.name)));
        assert!(calls, "the example of {} does not call it", function.name);
        let asserts = lines.iter().any(|(_, line)| line.contains("assert("));
        assert!(asserts, "the example of {} says nothing about the result", function.name);
    }
}

#[test]
fn every_function_that_can_fail_names_its_errors() {
    for function in declared::functions().iter().filter(|function| function.returns_status) {
        let text = function.comment.iter().take_while(|(_, line)| !line.starts_with("```"));
        let mut text = text.map(|(_, line)| line);
        let says = ["HEALPIX_ERR_", "Errors as of", "Returns HEALPIX_OK."];
        assert!(text.any(|line| says.iter().any(|it| line.contains(it))), "{}", function.name);
    }
}

#[test]
fn the_lines_of_the_header_are_not_too_long() {
    for function in declared::functions() {
        for (number, line) in &function.comment {
            assert!(line.chars().count() <= 116, "healpix.h:{number}");
        }
    }
}

#[test]
fn the_examples_are_true_in_c() {
    compile_and_run(Language::C11, "c");
}

#[cfg(feature = "cpp-tests")]
#[test]
fn the_examples_are_true_in_cpp() {
    compile_and_run(Language::Cpp17, "cpp");
}
