//! Fills a text with its variables, through Fluent.

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::generated::SOURCES;
use crate::{Arg, Lang, josa};

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: [[OnceLock<Bundle>; 3]; SOURCES.len()] =
    [const { [const { OnceLock::new() }; 3] }; SOURCES.len()];

/// The message of a file in a language. The build has checked that it is there.
pub(crate) fn format<const N: usize>(
    lang: Lang,
    file: usize,
    key: &str,
    args: [(&'static str, Arg); N],
) -> String {
    let bundle = BUNDLES[file][lang as usize].get_or_init(|| bundle(lang, file));
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        return key.to_owned();
    };
    let args: FluentArgs<'_> = args.into_iter().map(|(name, arg)| (name, arg.0)).collect();
    bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
}

fn bundle(lang: Lang, file: usize) -> Bundle {
    let mut bundle =
        FluentBundle::new_concurrent(vec![lang.tag().parse::<LanguageIdentifier>().unwrap_or_default()]);
    // Marks around variables would end up in copied texts and in mails.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(in_groups_of_three));
    let added = [
        bundle.add_function("JOSA", |args, _| particle(args)).is_ok(),
        bundle.add_function("NUMBER", |args, _| args.first().cloned().unwrap_or(FluentValue::None)).is_ok(),
    ];
    debug_assert!(added.iter().all(|done| *done), "a function is there twice");
    let resource = FluentResource::try_new(SOURCES[file][lang as usize].to_owned());
    bundle.add_resource_overriding(resource.unwrap_or_else(|(readable, _)| readable));
    bundle
}

/// `JOSA($name, "은/는")` gives the particle alone.
fn particle(args: &[FluentValue<'_>]) -> FluentValue<'static> {
    let (Some(word), Some(FluentValue::String(pair))) = (args.first(), args.get(1)) else {
        return FluentValue::Error;
    };
    let word = match word {
        FluentValue::String(text) => text.clone(),
        FluentValue::Number(number) => number.as_string(),
        _ => Cow::Borrowed(""),
    };
    FluentValue::String(Cow::Owned(josa(&word, pair)))
}

fn in_groups_of_three<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let digits = number.as_string();
    let (sign, whole) = digits.strip_prefix('-').map_or(("", digits.as_ref()), |whole| ("-", whole));
    if !whole.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let groups: Vec<&str> =
        whole.as_bytes().rchunks(3).rev().filter_map(|group| std::str::from_utf8(group).ok()).collect();
    Some(format!("{sign}{}", groups.join(",")))
}

#[cfg(test)]
mod tests {
    use crate::{Lang, errors, words};

    #[test]
    fn texts_are_filled_in_and_numbers_grouped() {
        assert_eq!(words::won(Lang::Ko, 1_200_000_i64), "1,200,000원");
        assert_eq!(words::won(Lang::Ko, -999_i64), "-999원");
        assert_eq!(errors::too_many_do(Lang::En, 1_i64), "Please try again in one minute.");
        assert_eq!(words::group(Lang::Ja), "交流会");
    }
}
