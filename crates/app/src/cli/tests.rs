//! The command line as a whole: it is well formed, and speaks three languages.

use dure_texts::Lang;

use super::command;

#[test]
fn the_command_line_is_well_formed_in_every_language() {
    for lang in Lang::ALL {
        command(lang).debug_assert();
    }
}

#[test]
fn every_command_and_every_option_has_its_help_in_every_language() {
    let said = Lang::ALL.map(|lang| {
        let mut said = Vec::new();
        collect(&command(lang), "dure", &mut said);
        said
    });
    let [korean, english, japanese] = said;
    for ((ko, en), ja) in korean.iter().zip(&english).zip(&japanese) {
        let (name, text) = ko;
        assert!(!text.is_empty(), "{name} has no help");
        assert!(text != &en.1 && text != &ja.1 && en.1 != ja.1, "{name} is not translated: {text}");
    }
}

fn collect(command: &clap::Command, path: &str, said: &mut Vec<(String, String)>) {
    let text = |help: Option<&clap::builder::StyledStr>| help.map(ToString::to_string).unwrap_or_default();
    said.push((path.to_owned(), text(command.get_about())));
    for arg in command.get_arguments() {
        said.push((format!("{path} {}", arg.get_id()), text(arg.get_help())));
    }
    for sub in command.get_subcommands() {
        collect(sub, &format!("{path} {}", sub.get_name()), said);
    }
}
