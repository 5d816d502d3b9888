//! Instances as text: our own form, and that of MDGPLIB. They are told apart by their first line.

use crate::diverse::Diverse;
use crate::place::Point;
use crate::problem::{Firm, Pair, Problem, Radius};
use crate::search::most_worth;

/// What a file holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Instance {
    /// Groups of firms that may not share an industry.
    Formation(Problem),
    /// Maximally diverse grouping.
    Diverse(Diverse),
}

/// Why a text is no instance.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadInstance {
    /// The first line is neither `N C LO HI A R E` nor `n groups type lo hi ...`.
    #[error("the first line is of no known form: {0}")]
    Head(String),
    /// A line is not what it must be.
    #[error("line {line}: expected {expected}, found {found:?}")]
    Line {
        /// Counted from 1.
        line: usize,
        /// What must stand there.
        expected: &'static str,
        /// What does.
        found: String,
    },
    /// The text ends too early.
    #[error("line {line}: the text ends before {before}")]
    Short {
        /// The first line that is not there, counted from 1.
        line: usize,
        /// What is missing.
        before: &'static str,
    },
    /// A number is larger than this program counts.
    #[error("line {line}: {found} is too large")]
    TooLarge {
        /// Counted from 1.
        line: usize,
        /// The number.
        found: String,
    },
}

const MOST_FIRMS: usize = 2_000_000;
/// The shortest line of a firm, `0 0 0`, with its line break: a text of so many bytes holds no more firms than this allows, whatever its
/// first line says.
const BYTES_OF_A_FIRM: usize = 6;

/// Reads an instance.
///
/// # Errors
/// With the line and what was expected there.
pub fn instance(text: &str) -> Result<Instance, BadInstance> {
    let head = text.lines().next().unwrap_or_default();
    let words: Vec<&str> = head.split_whitespace().collect();
    match words.as_slice() {
        [_, _, kind, ..] if matches!(*kind, "ss" | "ds") => diverse(text, &words).map(Instance::Diverse),
        [_, _, _, _, _, _, _] => formation(text, &words).map(Instance::Formation),
        _ => Err(BadInstance::Head(head.chars().take(80).collect())),
    }
}

fn formation(text: &str, head: &[&str]) -> Result<Problem, BadInstance> {
    let number = |at: usize| head[at].parse::<f64>().map_err(|_| BadInstance::Head(head.join(" ")));
    let whole = |at: usize| head[at].parse::<usize>().map_err(|_| BadInstance::Head(head.join(" ")));
    let (firms, least, most, pairs) = (whole(0)?, whole(2)?, whole(3)?, whole(6)?);
    let (placed, radius) = (number(4)?, number(5)?);
    if firms > MOST_FIRMS
        || least > most
        || most > 60_000
        || !placed.is_finite()
        || placed.abs() > most_worth(most) as f64
        || !radius.is_finite()
    {
        return Err(BadInstance::Head(head.join(" ")));
    }
    let mut lines = (2..).zip(text.lines().skip(1));
    let short = |before: &'static str| BadInstance::Short { line: text.lines().count() + 1, before };
    let mut problem = Problem::new(Vec::with_capacity(firms.min(text.len() / BYTES_OF_A_FIRM)));
    for _ in 0..firms {
        let (line, text) = lines.next().ok_or_else(|| short("the last firm"))?;
        problem.firms.push(firm(line, text)?);
    }
    let largest = most_worth(most.min(firms)) as f64;
    for _ in 0..pairs {
        let (line, text) = lines.next().ok_or_else(|| short("the last pair"))?;
        problem.pairs.push(pair(line, text, firms, largest)?);
    }
    problem.least = least;
    problem.most = most;
    problem.placed = placed as i64;
    problem.radius = Radius::Pairwise(radius);
    Ok(problem)
}

fn firm(line: usize, text: &str) -> Result<Firm, BadInstance> {
    let bad = || BadInstance::Line { line, expected: "class x y", found: text.chars().take(80).collect() };
    let words: Vec<&str> = text.split_whitespace().collect();
    let [class, x, y] = words.as_slice() else { return Err(bad()) };
    let coordinate = |text: &str| text.parse::<f64>().ok().filter(|number| number.is_finite());
    let class = class.parse().map_err(|_| bad())?;
    let point = Point { x: coordinate(x).ok_or_else(bad)?, y: coordinate(y).ok_or_else(bad)? };
    Ok(Firm { classes: vec![class], point: Some(point) })
}

fn pair(line: usize, text: &str, firms: usize, largest: f64) -> Result<Pair, BadInstance> {
    let (a, b, worth) = three(line, text, "i j b", firms, largest)?;
    Ok(Pair { a, b, worth: worth as i64 })
}

/// Two numbers of firms and what they are worth, `largest` at most either way.
fn three(
    line: usize,
    text: &str,
    expected: &'static str,
    firms: usize,
    largest: f64,
) -> Result<(u32, u32, f64), BadInstance> {
    let bad = || BadInstance::Line { line, expected, found: text.chars().take(80).collect() };
    let words: Vec<&str> = text.split_whitespace().collect();
    let [a, b, worth] = words.as_slice() else { return Err(bad()) };
    let known = |text: &str| text.parse::<u32>().ok().filter(|&number| (number as usize) < firms);
    let (a, b) = known(a).zip(known(b)).filter(|(a, b)| a != b).ok_or_else(bad)?;
    let worth: f64 = worth.parse().map_err(|_| bad())?;
    if worth.is_nan() || worth.abs() > largest {
        return Err(BadInstance::TooLarge { line, found: worth.to_string() });
    }
    Ok((a, b, worth))
}

fn diverse(text: &str, head: &[&str]) -> Result<Diverse, BadInstance> {
    let bad = || BadInstance::Head(head.join(" ").chars().take(200).collect());
    let whole = |text: &&str| text.parse::<u16>().map_err(|_| bad());
    let (elements, groups) = (usize::from(whole(&head[0])?), usize::from(whole(&head[1])?));
    let bounds: Vec<u16> = head[3..].iter().map(whole).collect::<Result<_, _>>()?;
    // Tables grow by the square of both numbers.
    if bounds.len() != 2 * groups
        || elements == 0
        || elements > crate::search::MOST_NODES
        || groups > elements
    {
        return Err(bad());
    }
    let sizes: Vec<(u16, u16)> = bounds.chunks(2).map(|two| (two[0], two[1])).collect();
    let largest = sizes.iter().map(|size| usize::from(size.1).min(elements)).max().unwrap_or_default();
    let largest = most_worth(largest) as f64 / Diverse::UNITS;
    let lines = || (2..).zip(text.lines().skip(1)).filter(|(_, text)| !text.trim().is_empty());
    // Asked before the table is made: distances that are not there are no zeros, and the first line alone costs no memory.
    if lines().count() < elements * (elements - 1) / 2 {
        return Err(BadInstance::Short { line: text.lines().count() + 1, before: "the last distance" });
    }
    let mut diverse = Diverse::new(elements, sizes).ok_or_else(bad)?;
    for (line, text) in lines() {
        let (a, b, distance) = three(line, text, "i j d", elements, largest)?;
        diverse.set(a as usize, b as usize, distance);
    }
    Ok(diverse)
}
