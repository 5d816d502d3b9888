//! A bar for people who wait; nothing for programs, and nothing where no terminal is.

use dure_texts::Lang;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::cli::Global;

/// Begins a bar; give it what has been done and how much there is.
pub fn bar(global: &Global, label: fn(Lang) -> &'static str) -> impl FnMut(u64, u64) + use<> {
    let target = if global.json { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
    let bar = ProgressBar::with_draw_target(Some(0), target);
    if let Ok(style) = ProgressStyle::with_template("{msg} {bar:40} {percent:>3}% {elapsed}") {
        bar.set_style(style);
    }
    bar.set_message(label(global.lang));
    move |done, total| {
        bar.set_length(total);
        bar.set_position(done);
        if done >= total {
            bar.finish_and_clear();
        }
    }
}
