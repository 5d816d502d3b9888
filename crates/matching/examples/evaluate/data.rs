//! Reads the two forms of gold sets.

use dure_matching::{DocId, Document, Kind, Place};
use serde::Deserialize;
use std::collections::HashMap;
use std::error::Error;
use std::path::Path;

#[derive(Deserialize)]
struct Line {
    id: String,
    #[serde(default)]
    kind: Option<String>,
    #[serde(default)]
    ksic: Option<String>,
    #[serde(default)]
    region: Option<String>,
    #[serde(default)]
    title: Option<String>,
    text: String,
}

pub struct Asked {
    pub id: String,
    pub title: String,
    pub text: String,
    pub industry: Option<String>,
    pub place: Option<Place>,
}

pub struct Data {
    pub documents: Vec<Document>,
    pub questions: Vec<Asked>,
    pub grades: HashMap<String, HashMap<String, u32>>,
    names: Vec<String>,
}

impl Data {
    pub fn read(folder: &Path) -> Result<Self, Box<dyn Error>> {
        let matching = folder.join("entities.jsonl").exists();
        let (documents, questions) =
            if matching { ("entities.jsonl", "difficulties.jsonl") } else { ("docs.jsonl", "queries.jsonl") };
        let lines = read_lines(&folder.join(documents))?;
        let names = lines.iter().map(|line| line.id.clone()).collect();
        Ok(Self {
            documents: (0..).zip(lines).map(|(n, line)| document(n, line)).collect(),
            questions: read_lines(&folder.join(questions))?.into_iter().map(asked).collect(),
            grades: read_grades(&folder.join("qrels.tsv"))?,
            names,
        })
    }

    pub fn name(&self, id: DocId) -> &str {
        usize::try_from(id.0).ok().and_then(|n| self.names.get(n)).map_or("", String::as_str)
    }
}

fn read_lines(path: &Path) -> Result<Vec<Line>, Box<dyn Error>> {
    let text = std::fs::read_to_string(path)?;
    Ok(text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(serde_json::from_str)
        .collect::<Result<_, _>>()?)
}

fn read_grades(path: &Path) -> Result<HashMap<String, HashMap<String, u32>>, Box<dyn Error>> {
    let mut grades: HashMap<String, HashMap<String, u32>> = HashMap::new();
    for line in std::fs::read_to_string(path)?.lines() {
        let mut columns = line.split('\t');
        if let (Some(question), Some(document), Some(grade)) =
            (columns.next(), columns.next(), columns.next())
        {
            grades.entry(question.to_owned()).or_default().insert(document.to_owned(), grade.trim().parse()?);
        }
    }
    Ok(grades)
}

fn document(number: u128, line: Line) -> Document {
    let mut document =
        Document::new(DocId(number), kind(line.kind.as_deref()), line.title.unwrap_or_default())
            .text(line.text);
    document.industry = line.ksic;
    document.place = line.region.as_deref().map(place);
    document
}

fn asked(line: Line) -> Asked {
    Asked {
        id: line.id,
        title: line.title.unwrap_or_default(),
        text: line.text,
        industry: line.ksic,
        place: line.region.as_deref().map(place),
    }
}

/// `시도 시군구`, the second part being optional.
fn place(region: &str) -> Place {
    match region.split_once(' ') {
        Some((province, district)) => Place::province(province).district(district),
        None => Place::province(region),
    }
}

fn kind(name: Option<&str>) -> Kind {
    match name {
        Some("firm") => Kind::Firm,
        Some("resource") => Kind::Resource,
        Some("expert") => Kind::Expert,
        Some("programme") => Kind::Programme,
        Some("case") => Kind::Case,
        _ => Kind::Other,
    }
}
