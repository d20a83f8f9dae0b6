//! Tells the linker to pack relocations: a table of 3 MB that is read at each start, and stays in memory, becomes one
//! of a tenth (`DT_RELR`). The system’s glibc reads such tables since 2.36; where it is older, or another, nothing is
//! asked of the linker.

use std::env;
use std::process::Command;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    if is_for_this_machine() && glibc().is_some_and(|version| version >= (2, 36)) {
        println!("cargo:rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}

fn is_for_this_machine() -> bool {
    env::var_os("HOST") == env::var_os("TARGET")
        && env::var_os("CARGO_CFG_TARGET_ENV").is_some_and(|env| env == "gnu")
}

/// `getconf GNU_LIBC_VERSION` says: glibc 2.36
fn glibc() -> Option<(u32, u32)> {
    let said = Command::new("getconf").arg("GNU_LIBC_VERSION").output().ok()?.stdout;
    let (first, second) = std::str::from_utf8(&said).ok()?.trim().strip_prefix("glibc ")?.split_once('.')?;
    Some((first.parse().ok()?, second.parse().ok()?))
}
