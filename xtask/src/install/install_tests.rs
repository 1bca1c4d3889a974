use super::*;

fn parse(words: &[&str]) -> Options {
    Options::parse(words).expect("good options")
}

#[test]
fn options_are_read_in_any_order_and_wrong_ones_are_named() {
    let options = parse(&["--release", "--prefix", "/some/where"]);
    let tree = Tree { prefix: PathBuf::from("/some/where"), libdir: PathBuf::from("lib") };
    assert_eq!((options.tree, options.profile), (tree, Profile::Release));
    let options = parse(&["--prefix", "here"]);
    assert!(options.tree.prefix.is_absolute() && options.profile == Profile::Debug);
    let complaint = |words: &[&str]| Options::parse(words).expect_err("an error");
    assert!(complaint(&[]).contains("--prefix"));
    assert!(complaint(&["--prefix"]).contains("--prefix"));
    assert!(complaint(&["--prefix", "here", "--fast"]).contains("--fast"));
}

#[test]
fn a_destination_directory_goes_before_the_prefix() {
    let options = parse(&["--prefix", "/usr", "--destdir", "/tmp/pack age", "--libdir", "lib/x86_64-linux-gnu"]);
    assert_eq!(options.tree.prefix, Path::new("/tmp/pack age/usr"));
    assert_eq!(options.tree.libdir, Path::new("lib/x86_64-linux-gnu"));
}

#[test]
fn a_library_directory_is_below_the_prefix() {
    assert_eq!(parse(&["--prefix", "/usr", "--libdir", "/usr/lib64"]).tree.libdir, Path::new("lib64"));
    assert_eq!(parse(&["--prefix", "/usr", "--libdir", "./lib/"]).tree.libdir, Path::new("lib"));
    for wrong in ["/lib", "../lib", "lib/../../x", "", "/usr"] {
        let error = Options::parse(&["--prefix", "/usr", "--libdir", wrong]).expect_err(wrong);
        assert!(error.contains("is not below the prefix"), "{error}");
    }
}

#[test]
fn descriptions_find_the_prefix_from_where_they_are() {
    let native = ["-lm".to_owned(), "-lc".to_owned()];
    for (libdir, pc, cmake) in [("lib", "../..", "../../.."), ("lib/triple", "../../..", "../../../..")] {
        let texts = describe::files(Path::new(libdir), "7", &native);
        let text = |name: &str| &texts.iter().find(|(path, _)| path.ends_with(name)).expect(name).1;
        let description = text("healpix_ffi.pc");
        assert!(description.contains(&format!("\nprefix=${{pcfiledir}}/{pc}\nlibdir=${{prefix}}/{libdir}\n")));
        assert!(description.contains("\nLibs.private: -lm -lc\n"));
        assert!(description.contains(&format!("\nVersion: {VERSION}\n")));
        let config = text("healpix_ffi-config.cmake");
        assert!(config.contains(&format!("\"${{_healpix_ffi_prefix}}/{cmake}\" ABSOLUTE")));
        assert!(config.contains(&format!("/{libdir}/libhealpix_ffi.so.{VERSION}\"")));
        assert!(config.contains("INTERFACE_LINK_LIBRARIES \"-lm;-lc\"") && config.contains("libhealpix_ffi.so.7\""));
        let version = text("healpix_ffi-config-version.cmake");
        assert!(version.contains(&format!("set(PACKAGE_VERSION \"{VERSION}\")")));
        let unfilled = |text: &str| text.contains('@');
        assert!(texts.iter().all(|(_, text)| !unfilled(text)));
    }
}

#[test]
fn files_and_links_are_replaced_as_a_whole() {
    let work = tempfile::tempdir().expect("a directory");
    let (file, link) = (work.path().join("file"), work.path().join("link"));
    for text in ["one", "two"] {
        write(&file, text).expect("written");
        files::link(Path::new(text), &link).expect("linked");
        assert_eq!(std::fs::read_to_string(&file).expect("read"), text);
        assert_eq!(std::fs::read_link(&link).expect("read"), Path::new(text));
    }
    assert_eq!(files::list(work.path()).expect("listed"), [file.clone(), link]);
    let error = files::copy(&work.path().join("none"), &file).expect_err("no such file");
    assert!(error.contains("none") && std::fs::read_to_string(&file).expect("read") == "two");
}

#[test]
fn headers_in_folders_are_copied_too() {
    let work = tempfile::tempdir().expect("a directory");
    let (from, to) = (work.path().join("from"), work.path().join("to"));
    make_directory(&from.join("healpix/cpp")).expect("made");
    for name in ["healpix/healpix.hpp", "healpix/cpp/moc.hpp"] {
        write(&from.join(name), name).expect("written");
    }
    files::copy_tree(&from, &to).expect("copied");
    for name in ["healpix/healpix.hpp", "healpix/cpp/moc.hpp"] {
        assert_eq!(std::fs::read_to_string(to.join(name)).expect("copied"), name);
    }
}

#[test]
fn crates_whose_licences_are_handed_out_have_them() {
    let work = tempfile::tempdir().expect("a directory");
    licences::lay_down(work.path()).expect("licences");
    let text = std::fs::read_to_string(work.path().join("THIRD-PARTY.md")).expect("read");
    for name in ["rayon ", "libm ", "serde_json "] {
        assert!(text.contains(&format!("\n| {name}")), "{text}");
    }
    // Made at compile time only, or ours.
    for name in ["syn ", "healpix-core "] {
        assert!(!text.contains(&format!("\n| {name}")), "{text}");
    }
    let crates = text.lines().filter(|line| line.starts_with("| ")).count() - 1;
    assert_eq!(files::list(&work.path().join("licenses")).expect("listed").len(), crates);
}
