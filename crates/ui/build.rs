//! Bundles `ui/` with npm into `OUT_DIR/ui`, from where it is embedded. Without npm the program is
//! built all the same and serves plain pages; `DURE_REQUIRE_UI=1` makes that an error (releases, CI).

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs, io};

const INPUTS: &[&str] = &["src", "tokens", "build.mjs", "package.json", "package-lock.json"];

fn main() -> io::Result<()> {
    let ui = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("no OUT_DIR"))?).join("ui");
    for input in INPUTS {
        println!("cargo::rerun-if-changed={}", ui.join(input).display());
    }
    println!("cargo::rerun-if-env-changed=DURE_REQUIRE_UI");
    let Err(why) = install(&ui).and_then(|()| bundle(&ui, &out)) else { return Ok(()) };
    if env::var_os("DURE_REQUIRE_UI").is_some_and(|value| value == "1") {
        return Err(io::Error::other(format!("the styles and scripts could not be built: {why}")));
    }
    println!("cargo::warning=built without styles and scripts, pages will be plain: {why}");
    plain(&out)
}

/// Fetches the packages where they are missing or older than the lock file.
fn install(ui: &Path) -> io::Result<()> {
    let changed = |path: &str| fs::metadata(ui.join(path)).and_then(|file| file.modified());
    if changed("node_modules/.package-lock.json")
        .is_ok_and(|done| changed("package-lock.json").is_ok_and(|lock| done >= lock))
    {
        return Ok(());
    }
    run(Command::new("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(ui))
}

fn bundle(ui: &Path, out: &Path) -> io::Result<()> {
    run(Command::new("node").arg("build.mjs").env("DURE_UI_DIST", out).current_dir(ui))
}

fn run(command: &mut Command) -> io::Result<()> {
    let name = command.get_program().to_owned();
    let missing = |error| io::Error::other(format!("{} cannot be run: {error}", name.display()));
    let output = command.stdin(Stdio::null()).output().map_err(missing)?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(io::Error::other(format!("{} failed: {}", name.display(), said.trim().replace('\n', " "))))
}

/// An empty bundle, so that there is something to embed.
fn plain(out: &Path) -> io::Result<()> {
    if out.exists() {
        fs::remove_dir_all(out)?;
    }
    fs::create_dir_all(out)?;
    fs::write(out.join("manifest.json"), "{}\n")
}
