//! Reads the lexicon files: a topic line at the margin, indented lines of words and relations below it.

/// One topic as written.
#[derive(Debug, Default)]
pub(crate) struct Entry<'a> {
    pub name: &'a str,
    /// KSIC codes or their beginnings.
    pub industries: Vec<&'a str>,
    pub words: Vec<&'a str>,
    /// Names of topics that help with this one, and how much (0 to 1).
    pub related: Vec<(&'a str, f32)>,
}

/// All topics of a file. Lines that cannot be read are passed over; a test reads the built-in files strictly.
pub(crate) fn entries(file: &str) -> Vec<Entry<'_>> {
    let mut entries: Vec<Entry> = Vec::new();
    for line in file.lines() {
        let content = line.split('#').next().unwrap_or_default().trim_end();
        if content.trim().is_empty() {
            continue;
        }
        if content.starts_with(char::is_whitespace) {
            if let Some(entry) = entries.last_mut() {
                read_body(content.trim(), entry);
            }
        } else {
            entries.push(read_head(content));
        }
    }
    entries
}

/// `plating 25922 25929`: the name and KSIC codes.
fn read_head(line: &str) -> Entry<'_> {
    let mut parts = line.split_whitespace();
    Entry { name: parts.next().unwrap_or_default(), industries: parts.collect(), ..Entry::default() }
}

/// `도금, 아연도금` or `> paint .3, rust .5`.
fn read_body<'a>(line: &'a str, entry: &mut Entry<'a>) {
    let items = |list: &'a str| list.split(',').map(str::trim).filter(|item| !item.is_empty());
    match line.strip_prefix('>') {
        None => entry.words.extend(items(line)),
        Some(list) => entry.related.extend(items(list).filter_map(|item| {
            let (name, weight) = item.split_once(' ')?;
            Some((name, weight.trim().parse().ok()?))
        })),
    }
}
