//! Solves an instance: `cargo run --release -p dure-formation --example solve -- --instance FILE (--moves M | --seconds S) --seed K --out FILE [--looks L]`
//!
//! `--looks` asks for the tighter bound with so many looks.

use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Instant;

use dure_formation::bound::tight;
use dure_formation::read::{Instance, instance};
use dure_formation::{Answer, Effort, Limit, solve};

struct Args {
    instance: String,
    moves: Option<u64>,
    seconds: Option<f64>,
    cpu_seconds: Option<f64>,
    seed: u64,
    looks: Option<u64>,
    out: Option<String>,
}

fn main() -> ExitCode {
    match args().and_then(run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!(
                "solve: {why}\nusage: solve --instance FILE (--moves M | --seconds S) [--seed K] [--out FILE] [--looks L]"
            );
            ExitCode::from(2)
        }
    }
}

fn args() -> Result<Args, String> {
    let mut args = Args {
        instance: String::new(),
        moves: None,
        seconds: None,
        cpu_seconds: None,
        seed: 1,
        looks: None,
        out: None,
    };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let value = words.next().ok_or(format!("{word} lacks its value"))?;
        let bad = |_| format!("{word}: {value} is not a number");
        match word.as_str() {
            "--instance" => args.instance = value,
            "--moves" => args.moves = Some(value.parse().map_err(bad)?),
            "--seconds" => {
                args.seconds = Some(value.parse().map_err(|_| format!("{word}: {value} is not a number"))?)
            }
            "--cpu-seconds" => {
                args.cpu_seconds =
                    Some(value.parse().map_err(|_| format!("{word}: {value} is not a number"))?)
            }
            "--seed" => args.seed = value.parse().map_err(bad)?,
            "--looks" => args.looks = Some(value.parse().map_err(bad)?),
            "--out" => args.out = Some(value),
            _ => return Err(format!("unknown: {word}")),
        }
    }
    match (args.instance.is_empty(), limits(&args) != 1) {
        (true, _) => Err("--instance is missing".into()),
        (_, true) => Err("one of --moves, --seconds, --cpu-seconds".into()),
        _ => Ok(args),
    }
}

fn limits(args: &Args) -> usize {
    [args.moves.is_some(), args.seconds.is_some(), args.cpu_seconds.is_some()]
        .iter()
        .filter(|given| **given)
        .count()
}

/// Seconds for which the main thread has run on a processor, as Linux counts them; on a busy machine fewer than the clock's.
fn cpu_seconds() -> f64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    text.split_whitespace().next().and_then(|word| word.parse::<f64>().ok()).map_or(0.0, |nanos| nanos / 1e9)
}

fn run(args: Args) -> Result<(), String> {
    let text =
        std::fs::read_to_string(&args.instance).map_err(|error| format!("{}: {error}", args.instance))?;
    let read = instance(&text).map_err(|error| format!("{}: {error}", args.instance))?;
    drop(text);
    let started = Instant::now();
    let seconds = args.seconds.or(args.cpu_seconds).unwrap_or(1.0);
    let gone = || started.elapsed().as_secs_f64() / seconds;
    let asked = AtomicU64::new(0);
    let share = AtomicU64::new(0);
    // Asking is dear, so only one call in 64 does.
    let cpu_gone = || {
        if asked.fetch_add(1, Ordering::Relaxed).is_multiple_of(64) {
            let gone = cpu_seconds() / args.cpu_seconds.unwrap_or(1.0);
            share.store(gone.to_bits(), Ordering::Relaxed);
        }
        f64::from_bits(share.load(Ordering::Relaxed))
    };
    let limit = match (args.moves, args.cpu_seconds) {
        (Some(moves), _) => Limit::Moves(moves),
        (None, Some(_)) => Limit::Time(&cpu_gone),
        (None, None) => Limit::Time(&gone),
    };
    let cancel = AtomicBool::new(false);
    let lines: Vec<String> = match read {
        Instance::Formation(problem) => {
            let effort = Effort {
                limit,
                seed: args.seed,
                cancel: &cancel,
                progress: &|_, _| {},
                start: None,
                moves_hoped: (seconds * 20e6) as u64,
            };
            let mut answer = solve(&problem, &effort);
            if let Some(looks) = args.looks {
                let before = cpu_seconds();
                answer.bound = tight(&problem.consistent().0, &answer.grouping, looks);
                println!("bound in {:.2} CPU s", cpu_seconds() - before);
            }
            say(&answer);
            answer.grouping.of.iter().map(|group| group.map_or(-1, i64::from).to_string()).collect()
        }
        Instance::Diverse(problem) => {
            let (groups, value, moves) = problem.solve(&limit, args.seed, &cancel, &|_, _| {});
            println!("value {value:.3} moves {moves}");
            groups.iter().map(u16::to_string).collect()
        }
    };
    println!("time {:.2} s  peak memory {} MB", started.elapsed().as_secs_f64(), peak_memory_mb());
    match args.out {
        Some(path) => {
            std::fs::write(&path, lines.join("\n") + "\n").map_err(|error| format!("{path}: {error}"))
        }
        None => Ok(()),
    }
}

fn peak_memory_mb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok()).map_or(0, |kb| kb / 1024)
}

/// The answer in one line.
fn say(answer: &Answer) {
    println!(
        "value {} bound {} ({:?}){} groups {} placed {} moves {}",
        answer.worth,
        answer.bound.worth(),
        answer.bound,
        if answer.is_optimal() { " optimal" } else { "" },
        answer.grouping.groups().len(),
        answer.grouping.placed(),
        answer.moves
    );
}
