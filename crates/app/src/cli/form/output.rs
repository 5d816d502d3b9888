//! What the command writes: the groups as CSV, a report, and words or JSON on standard output.

use std::path::Path;

use dure_texts::{Lang, form as texts};
use serde_json::{Value, json};

use super::answer::{Answer, bound, reason};
use super::{Args, report, said};
use crate::cli::{Done, Failure, Global, Said};
use crate::features::network::csv;

/// Writes everything.
pub fn write(global: &Global, args: &Args, answer: &Answer) -> Done {
    let lang = global.lang;
    put(lang, &args.out, &table(lang, answer)?)?;
    if let Some(file) = &args.report {
        put(lang, file, report::page(lang, answer).into_string().as_bytes())?;
    }
    global.print(told(lang, args, answer).join("\n"), &as_json(lang, args, answer));
    Ok(())
}

fn put(lang: Lang, file: &Path, bytes: &[u8]) -> Result<(), Failure> {
    std::fs::write(file, bytes).map_err(|error| {
        let what = texts::cannot_write(lang, file.display().to_string());
        Said::new("cannot_write", what, error.to_string(), texts::cannot_write_do(lang)).into()
    })
}

/// One row per firm: groups first, then who is left out, then rows that do not take part.
fn table(lang: Lang, answer: &Answer) -> Result<Vec<u8>, Failure> {
    let head = [
        texts::column_group(lang),
        texts::column_firm(lang),
        texts::column_industry(lang),
        texts::column_place(lang),
        texts::column_gives(lang),
        texts::column_gets(lang),
        texts::column_why(lang),
        texts::column_row(lang),
    ];
    let mut rows: Vec<Vec<String>> = Vec::new();
    let row = |number: u32, group: String, gives: String, gets: String, why: String| {
        let firm = answer.firm(number);
        let line = answer.rows[number as usize].to_string();
        vec![
            group,
            firm.name.clone(),
            said::industry(lang, firm),
            said::place(lang, firm),
            gives,
            gets,
            why,
            line,
        ]
    };
    for group in &answer.account.groups {
        let name = said::group(answer, lang, group.number);
        for &firm in &group.members {
            let best = |gives| said::best(answer, lang, &group.members, firm, gives);
            let why =
                if group.unlinked.contains(&firm) { texts::unlinked(lang).to_owned() } else { String::new() };
            rows.push(row(firm, name.clone(), best(true), best(false), why));
        }
    }
    said::with_names(answer, lang, |namer| {
        for left in &answer.account.left_out {
            rows.push(row(left.firm, String::new(), String::new(), String::new(), namer.why_left(&left.why)));
        }
    });
    for bad in &answer.bad {
        let why = texts::not_taken(lang, said::why(lang, &bad.why));
        let empty = String::new;
        rows.push(vec![
            empty(),
            bad.name.clone(),
            empty(),
            empty(),
            empty(),
            empty(),
            why,
            bad.row.to_string(),
        ]);
    }
    csv::bytes(&head, rows).map_err(Failure::from)
}

/// For people.
fn told(lang: Lang, args: &Args, answer: &Answer) -> Vec<String> {
    let account = &answer.account;
    let mut lines = vec![if account.groups.is_empty() {
        texts::none_formed(lang, answer.firms.len())
    } else {
        texts::formed(lang, answer.firms.len(), account.groups.len(), account.placed, account.left_out.len())
    }];
    if answer.stopped {
        lines.push(texts::stopped(lang).to_owned());
    }
    lines.push(format!("  {}", texts::worth(lang, account.worth, said::bound(answer, lang))));
    lines.push(format!("  {}", texts::effort(lang, answer.seed, answer.moves)));
    lines.push(format!("  {}", said::distance(answer, lang)));
    lines.push(format!("  {}", said::basis(answer, lang)));
    lines.extend(left_by_reason(lang, answer).map(|line| format!("  {line}")));
    lines.extend(said::bad_rows(lang, &answer.bad).into_iter().map(|line| format!("  {line}")));
    lines.extend(said::troubles(answer, lang).into_iter().map(|line| format!("  {line}")));
    lines.push(texts::written(lang, args.out.display().to_string()));
    lines.extend(args.report.as_ref().map(|file| texts::reported(lang, file.display().to_string())));
    lines
}

fn left_by_reason(lang: Lang, answer: &Answer) -> impl Iterator<Item = String> {
    let by = answer.left_by_reason();
    by.into_iter()
        .map(move |(word, left)| texts::left_reason(lang, report::reason_words(lang, word), left.len()))
}

/// For programs: numbers of firms are replaced by rows of the file.
fn as_json(lang: Lang, args: &Args, answer: &Answer) -> Value {
    let account = &answer.account;
    let firm = |number: u32| {
        let firm = answer.firm(number);
        json!({
            "row": answer.rows[number as usize], "name": firm.name, "industries": firm.industries,
            "place": firm.place.map(|place| place.to_string()),
        })
    };
    let link = |link: &dure_pool::Link| {
        json!({
            "from": answer.rows[link.from as usize], "to": answer.rows[link.to as usize], "points": link.points,
            "ground": link.ground, "words": link.words, "wanted": link.wanted, "said": said::link(answer, lang, link),
        })
    };
    let group = |group: &dure_pool::GroupAccount| {
        let pair = |pair: &dure_pool::Mutual| {
            let links = [answer.posed.link(pair.a, pair.b), answer.posed.link(pair.b, pair.a)];
            json!({ "worth": pair.worth, "links": links.into_iter().flatten().map(link).collect::<Vec<_>>() })
        };
        json!({
            "number": group.number + 1, "worth": group.worth, "widest_km": group.widest_km,
            "members": group.members.iter().map(|member| firm(*member)).collect::<Vec<_>>(),
            "strengths": group.strengths.iter().map(pair).collect::<Vec<_>>(),
        })
    };
    let left: Vec<Value> = said::with_names(answer, lang, |namer| {
        let one = |left: &dure_pool::LeftOut| json!({ "firm": firm(left.firm), "why": reason(&left.why), "said": namer.why_left(&left.why) });
        account.left_out.iter().map(one).collect()
    });
    json!({
        "file": args.file.display().to_string(), "firms": answer.firms.len(), "rules": answer.rules,
        "seed": answer.seed, "moves": answer.moves, "stopped": answer.stopped,
        "placed": account.placed, "worth": account.worth,
        "bound": { "kind": bound(account.bound), "worth": account.bound.worth() },
        "basis": answer.posed.basis, "places": answer.posed.places,
        "groups": account.groups.iter().map(group).collect::<Vec<_>>(),
        "left_out": left,
        "bad_rows": answer.bad.iter().map(|bad| json!({
            "row": bad.row, "name": bad.name, "why": bad.why.code(), "said": said::why(lang, &bad.why),
        })).collect::<Vec<_>>(),
        "bad_locks": answer.bad_locks.iter().map(|(row, bad)| json!({
            "row": row, "why": bad.code(), "said": said::bad_lock(lang, *row, bad, &answer.bad),
        })).collect::<Vec<_>>(),
        "troubles": said::troubles(answer, lang),
        "out": args.out.display().to_string(),
        "report": args.report.as_ref().map(|file| file.display().to_string()),
    })
}
