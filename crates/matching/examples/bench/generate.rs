//! Documents that look like those of owners: words of the trades and invented words, the common ones often.

use dure_matching::{DocId, Document, Kind, Place};

const LEXICON: &[&str] = &[
    include_str!("../../lexicon/metal.txt"),
    include_str!("../../lexicon/machinery.txt"),
    include_str!("../../lexicon/food.txt"),
    include_str!("../../lexicon/money_law_labour.txt"),
    include_str!("../../lexicon/trade_sales.txt"),
];
const ENDINGS: &[&str] =
    &["", "", "", "을", "이", "에서", "으로", "합니다", "하고", "했습니다", "의", "까지", "도"];
const INVENTED_WORDS: usize = 60_000;

/// A seeded source of documents (xorshift64*).
pub struct Generator {
    state: u64,
    words: Vec<String>,
}

impl Generator {
    pub fn new(seed: u64) -> Self {
        let mut generator = Self { state: seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1, words: Vec::new() };
        let listed = LEXICON
            .iter()
            .flat_map(|file| file.lines())
            .filter(|line| line.starts_with("  ") && !line.contains('>'));
        let mut words: Vec<String> =
            listed.flat_map(|line| line.split(',')).map(|word| word.trim().to_owned()).collect();
        words.extend((0..INVENTED_WORDS).map(|_| generator.invented()));
        for at in (1..words.len()).rev() {
            words.swap(at, generator.below(at as u64 + 1) as usize);
        }
        generator.words = words;
        generator
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.state ^= self.state >> 12;
        self.state ^= self.state << 25;
        self.state ^= self.state >> 27;
        (self.state.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) % bound
    }

    fn unit(&mut self) -> f64 {
        self.below(1 << 24) as f64 / f64::from(1 << 24)
    }

    /// Two to four syllables, some far commoner than others.
    fn invented(&mut self) -> String {
        let length = 2 + self.below(3);
        (0..length)
            .filter_map(|_| char::from_u32(0xac00 + (self.unit().powi(2) * 1_500.0) as u32 * 7))
            .collect()
    }

    /// Words by Zipf's law (the n-th word about 1/n as often), with endings, until `length` characters.
    pub fn text(&mut self, length: usize) -> String {
        let mut text = String::new();
        let mut characters = 0;
        while characters < length {
            let rank = (self.words.len() as f64).powf(self.unit()) as usize - 1;
            let ending = ENDINGS[self.below(ENDINGS.len() as u64) as usize];
            let word = &self.words[rank.min(self.words.len() - 1)];
            characters += word.chars().count() + ending.chars().count() + 1;
            text.push_str(word);
            text.push_str(ending);
            text.push(' ');
        }
        text
    }

    pub fn document(&mut self, id: DocId) -> Document {
        let kinds =
            [Kind::Firm, Kind::Firm, Kind::Resource, Kind::Expert, Kind::Programme, Kind::Case, Kind::Person];
        let kind = kinds[self.below(kinds.len() as u64) as usize];
        let (title, text) = (self.text(15), self.text(180));
        let place = Place::province(format!("p{}", self.below(17)))
            .district(format!("d{}", self.below(15)))
            .at(33.0 + self.unit() * 5.0, 126.0 + self.unit() * 3.5);
        let code = format!("{}", 10_000 + self.below(85_000));
        Document::new(id, kind, title).text(text).industry(code).place(place)
    }
}
