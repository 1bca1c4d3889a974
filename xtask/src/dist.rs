//! Packs an installed tree for other machines: a reproducible tarball and its checksum.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use flate2::{Compression, GzBuilder};
use sha2::{Digest, Sha256};
use tar::{Builder, EntryType, Header};

use crate::install::files::{make_directory, write};
use crate::install::{Profile, Tree, VERSION, build, lay_down, target_directory};
use crate::{Outcome, output};

/// Reads `[--out DIR]`.
pub(crate) fn parse(words: &[&str]) -> Outcome<PathBuf> {
    match words {
        [] => Ok(target_directory()?.join("dist")),
        ["--out", directory] => std::path::absolute(directory).map_err(|error| format!("{directory}: {error}")),
        ["--out"] => Err("dist: --out needs a directory".to_owned()),
        [word, ..] => Err(format!("dist: unexpected {word}")),
    }
}

/// Builds, installs into an empty directory, packs.
pub(crate) fn run(out: &Path) -> Outcome {
    let name = format!("healpix_ffi-{VERSION}-{}", target()?);
    let stage = target_directory()?.join("dist/stage");
    match fs::remove_dir_all(&stage) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(format!("{}: {error}", stage.display())),
        _ => {}
    }
    let tree = Tree { prefix: stage.join(&name), libdir: PathBuf::from("lib") };
    lay_down(&build(Profile::Dist)?, &tree)?;

    make_directory(out)?;
    let archive = out.join(format!("{name}.tar.gz"));
    let packed = pack(&tree.prefix, &name).map_err(|error| format!("{}: {error}", archive.display()))?;
    fs::write(&archive, &packed).map_err(|error| format!("{}: {error}", archive.display()))?;
    // What `sha256sum --check` reads.
    let sum: String = Sha256::digest(&packed).iter().map(|byte| format!("{byte:02x}")).collect();
    write(&out.join(format!("{name}.tar.gz.sha256")), &format!("{sum}  {name}.tar.gz\n"))?;
    println!("{}", archive.display());
    Ok(())
}

/// The machine that is built for: what the environment says to cargo, or this one.
fn target() -> Outcome<String> {
    if let Ok(target) = std::env::var("CARGO_BUILD_TARGET") {
        return Ok(target);
    }
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let (text, _) = output(std::process::Command::new(rustc).arg("-vV"))?;
    let host = text.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| "rustc names no host".to_owned())
}

/// The tree as a compressed archive, below a directory of that name. The same tree gives the same bytes: sorted, with no
/// times, owners or access rights of this machine.
fn pack(tree: &Path, name: &str) -> io::Result<Vec<u8>> {
    let mut archive = Builder::new(GzBuilder::new().mtime(0).write(Vec::new(), Compression::default()));
    append(&mut archive, tree, Path::new(name))?;
    archive.into_inner()?.finish()
}

fn append(archive: &mut Builder<impl Write>, from: &Path, path: &Path) -> io::Result<()> {
    let about = fs::symlink_metadata(from)?;
    let mut header = Header::new_gnu();
    // 2020-01-01: some tools do not like 1970.
    header.set_mtime(1_577_836_800);
    header.set_size(0);
    if about.is_symlink() {
        header.set_entry_type(EntryType::Symlink);
        header.set_mode(0o777);
        return archive.append_link(&mut header, path, fs::read_link(from)?);
    }
    if about.is_dir() {
        header.set_entry_type(EntryType::Directory);
        header.set_mode(0o755);
        archive.append_data(&mut header, path, io::empty())?;
        let mut entries: Vec<_> = fs::read_dir(from)?.collect::<io::Result<_>>()?;
        entries.sort_by_key(fs::DirEntry::file_name);
        return entries.iter().try_for_each(|entry| append(archive, &entry.path(), &path.join(entry.file_name())));
    }
    header.set_size(about.len());
    header.set_mode(0o644);
    archive.append_data(&mut header, path, File::open(from)?)
}

#[cfg(test)]
#[path = "dist_tests.rs"]
mod tests;
