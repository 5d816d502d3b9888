//! Takes particles and endings off Korean words, without a dictionary.
//!
//! Longest ending first, at least two syllables stay. Wrong cuts happen (`고기` keeps its form because
//! only one syllable would stay), but they happen alike in questions and documents.

use std::sync::OnceLock;

/// Case and topic particles, alone and in the common combinations.
const PARTICLES: &str = "
은 는 이 가 을 를 의 에 와 과 도 만 로 으로 에서 에게 께 한테 까지 부터 처럼 보다 마다 조차 밖에 이나 나 이랑 랑 하고
에는 에도 에만 에서는 에서도 에서의 에게는 에게도 으로는 으로도 으로의 으로부터 로는 로도 로의 로부터 까지는 까지도 부터는
만으로 만으로는 만이 만을 만은 이라도 라도 이라는 라는 이라고 라고 이란 란 이며 이면 이고 이자 인데 인지 일지 이지만 이어서 여서
들 들이 들은 들을 들의 들에게 들도 들과 들로 들에 께서 께서는 에게서 와의 과의 에의 와는 과는 에서부터 만큼 뿐 뿐만 대로 이든 든지 쯤 씩
입니다 입니까 이에요 예요 이다 이었다 였다 이었 였습니다 이었습니다 인가요 인가 인가요 이고요 이죠 인 일 이랍니다 이라서 라서";

/// Endings of verbs and adjectives, most with the light verb 하다 / 되다 before them.
const ENDINGS: &str = "
하다 한다 하는 하고 하며 하면 하여 해서 해야 했다 했고 했는데 하지 하지만 하기 하기가 하기에 하기를 하기는 하려 하려면 하려고 하려는 하게 하도록 하던 하거나 하는데
하는지 하는지요 하나요 하는가 하는게 하신 하실 하시는 하시면 하셔야 하세요 합니다 합니까 해요 했어요 했습니다 하였다 하였고 하였으며 하였습니다 하였으나 할까요
할지 할까 할 한 함 해 했 하 하겠다 하겠습니다 하는것 해주는 해주세요 해줘 해달라 하자 하니 하니까 하느라 하더라도 한지 한데 할수
되다 된다 되는 되고 되며 되면 되어 돼서 돼야 됐다 됐고 됐는데 되지 되지만 되기 되게 되도록 되던 되거나 되는데 되는지 되나요 되는가 됩니다 됩니까 돼요 됐어요 됐습니다
되었다 되었고 되었으며 되었습니다 되었으나 되어야 되었는데 될까요 될지 될까 될 된 됨 돼 됐 되 되면서 하면서
시키는 시키고 시켜 시킬 시킨 시킵니다 스러운 스럽다 스럽게 적인 적으로 적이고 적이다 적
습니다 습니까 읍니다 ㅂ니다 었습니다 았습니다 었다 았다 었고 았고 었는데 았는데 었으며 았으며 었으나 았으나 었던 았던 어서 아서 어야 아야 어요 아요 었어요 았어요
는데 는지 는지요 는가 은지 은가 을까요 을까 을지 을 을수 나요 네요 지요 죠 군요 거든요 던데 으면 으며 으니 으니까 으려면 으려고 으려 으나 지만 지는 지도 고는 고도 고자
기에 기가 기를 기는 기도 기로 기만 게 도록 면서 다가 더니 더라도 려면 려고 려는 니다 니까 ㄴ데 는다 ㄴ다 는것 는게 던 든
";

fn list() -> &'static [Vec<&'static str>; MAX_SYLLABLES + 1] {
    static LIST: OnceLock<[Vec<&'static str>; MAX_SYLLABLES + 1]> = OnceLock::new();
    LIST.get_or_init(|| {
        let mut by_length: [Vec<&str>; MAX_SYLLABLES + 1] = Default::default();
        for ending in PARTICLES.split_whitespace().chain(ENDINGS.split_whitespace()) {
            by_length[ending.chars().count().min(MAX_SYLLABLES)].push(ending);
        }
        for group in &mut by_length {
            group.sort_unstable();
            group.dedup();
        }
        by_length
    })
}

const MAX_SYLLABLES: usize = 5;
/// Every composed Korean syllable takes three bytes of UTF-8.
const SYLLABLE_BYTES: usize = 3;
/// Syllables that stay whatever is taken off.
const KEPT_SYLLABLES: usize = 2;

/// Length in bytes of `word` (Korean syllables only) without its ending.
pub(crate) fn stem_length(word: &str) -> usize {
    let once = strip(word);
    strip(&word[..once])
}

fn strip(word: &str) -> usize {
    let syllables = word.len() / SYLLABLE_BYTES;
    for count in (1..=MAX_SYLLABLES.min(syllables.saturating_sub(KEPT_SYLLABLES))).rev() {
        let cut = word.len() - count * SYLLABLE_BYTES;
        if list()[count].binary_search(&&word[cut..]).is_ok() {
            return cut;
        }
    }
    word.len()
}

/// Whether `text` is a particle as a whole.
pub(crate) fn is_particle(text: &str) -> bool {
    PARTICLES.split_whitespace().any(|particle| particle == text)
}
