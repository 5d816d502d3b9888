//! Whatever the bytes are, a file is taken for what it is or refused, and a picture is made anew or refused.
//! From `crates/files`: `RUSTC_BOOTSTRAP=1 cargo fuzz run read_file fuzz/corpus/read_file fuzz/seeds/read_file`.
#![no_main]

use dure_files::{kind_of, prepared};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let names = ["도면.dwg", "메모.txt", "명단.csv", "판.dxf", "축.stp", "사진"];
    let kinds: Vec<_> = names.iter().map(|name| kind_of(name, bytes)).collect();
    if kinds.iter().any(|kind| matches!(kind, Ok(kind) if kind.as_str() == "picture")) {
        drop(prepared(bytes));
    }
});
