//! Whatever the bytes are, a roster is read or refused.
//! From `crates/roster`: `RUSTC_BOOTSTRAP=1 cargo fuzz run read_roster -- -rss_limit_mb=2048`.
#![no_main]

use dure_roster::{guess_mapping, interpret, read, read_rows};

// Panics inside the workbook reader are caught by `read`; only those that escape may end the run.
libfuzzer_sys::fuzz_target!(init: drop(std::panic::take_hook()), |bytes: &[u8]| {
    if let Ok(book) = read(bytes, "roster") {
        interpret(&book.sheet, &guess_mapping(&book.sheet));
    }
    drop(read_rows(bytes, "wishes"));
});
