//! The check that texts pass before they are compiled in: all languages say the same things about
//! the same variables. Used by the build script, and by tests.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, Resource,
};
use fluent_syntax::parser;

/// Functions that texts may call.
pub const FUNCTIONS: &[&str] = &["JOSA", "NUMBER"];

/// One message in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Variables in the order in which they first appear.
    pub variables: Vec<String>,
    /// The text itself, when it has neither variables nor calls.
    pub plain: Option<String>,
}

/// All messages of one file by key.
pub type Messages = BTreeMap<String, Message>;

/// Reads one file.
///
/// # Errors
/// What is wrong, in a sentence that names the key.
pub fn read(source: &str) -> Result<Messages, String> {
    let resource: Resource<&str> = parser::parse(source).map_err(|(_, errors)| {
        let first = errors.first().map(|error| format!("{} near byte {}", error.kind, error.pos.start));
        first.unwrap_or_else(|| "it cannot be parsed".into())
    })?;
    let mut messages = Messages::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                let key = message.id.name;
                if !message.attributes.is_empty() {
                    return Err(format!("`{key}` has attributes, which are not used here"));
                }
                let pattern = message.value.as_ref().ok_or_else(|| format!("`{key}` has no text"))?;
                let read = message_of(pattern).map_err(|why| format!("`{key}` {why}"))?;
                if messages.insert(key.to_owned(), read).is_some() {
                    return Err(format!("`{key}` stands twice"));
                }
            }
            Entry::Term(term) => return Err(format!("`-{}`: terms are not used here", term.id.name)),
            Entry::Junk { content } => return Err(format!("it cannot be read: {content:?}")),
            _ => {}
        }
    }
    Ok(messages)
}

fn message_of(pattern: &Pattern<&str>) -> Result<Message, String> {
    let mut variables = Vec::new();
    walk(pattern, &mut variables)?;
    let only_text = pattern.elements.iter().map(|element| match element {
        PatternElement::TextElement { value } => Some(*value),
        PatternElement::Placeable {
            expression: Expression::Inline(InlineExpression::StringLiteral { value }),
        } => Some(*value),
        PatternElement::Placeable { .. } => None,
    });
    Ok(Message { plain: only_text.collect(), variables })
}

fn walk(pattern: &Pattern<&str>, variables: &mut Vec<String>) -> Result<(), String> {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            walk_expression(expression, variables)?;
        }
    }
    Ok(())
}

fn walk_expression(expression: &Expression<&str>, variables: &mut Vec<String>) -> Result<(), String> {
    match expression {
        Expression::Inline(inline) => walk_inline(inline, variables),
        Expression::Select { selector, variants } => {
            walk_inline(selector, variables)?;
            variants.iter().try_for_each(|variant| walk(&variant.value, variables))
        }
    }
}

fn walk_inline(inline: &InlineExpression<&str>, variables: &mut Vec<String>) -> Result<(), String> {
    match inline {
        InlineExpression::VariableReference { id } => {
            if !variables.iter().any(|known| known == id.name) {
                variables.push(id.name.to_owned());
            }
            Ok(())
        }
        InlineExpression::FunctionReference { id, arguments } => {
            if !FUNCTIONS.contains(&id.name) {
                return Err(format!("calls {}, which does not exist (there are {FUNCTIONS:?})", id.name));
            }
            walk_arguments(arguments, variables)
        }
        InlineExpression::Placeable { expression } => walk_expression(expression, variables),
        InlineExpression::MessageReference { id, .. } => {
            Err(format!("refers to the message {}; write it out", id.name))
        }
        InlineExpression::TermReference { id, .. } => {
            Err(format!("refers to the term -{}; write it out", id.name))
        }
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => Ok(()),
    }
}

fn walk_arguments(arguments: &CallArguments<&str>, variables: &mut Vec<String>) -> Result<(), String> {
    arguments.positional.iter().try_for_each(|argument| walk_inline(argument, variables))
}

/// Compares a translation with the Korean reference; gives one sentence per difference.
pub fn differences(reference: &Messages, translation: &Messages) -> Vec<String> {
    let mut found = Vec::new();
    for (key, message) in reference {
        match translation.get(key) {
            None => found.push(format!("lacks `{key}`: translate it")),
            Some(other) => {
                let wanted: BTreeSet<_> = message.variables.iter().collect();
                let given: BTreeSet<_> = other.variables.iter().collect();
                if wanted != given {
                    found.push(format!(
                        "`{key}` uses {given:?}, but the Korean text {wanted:?}: use the same"
                    ));
                }
            }
        }
    }
    let extra = translation.keys().filter(|key| !reference.contains_key(*key));
    found.extend(
        extra.map(|key| format!("has `{key}`, which the Korean file lacks: remove it or add it there")),
    );
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_key_and_other_variables_are_found() {
        let korean = read("a = 하나\nb = { $count }건 { JOSA($name, \"은/는\") }\n").unwrap_or_default();
        let english = read("b = { $count } cases\nc = more\n").unwrap_or_default();
        let found = differences(&korean, &english);
        assert_eq!(found.len(), 3, "{found:?}");
        assert_eq!(korean["b"].variables, ["count", "name"]);
        assert_eq!(korean["a"].plain.as_deref(), Some("하나"));
    }

    #[test]
    fn what_is_not_used_here_is_refused() {
        for source in [
            "a = { UPPER($x) }\n",
            "a = { b }\n",
            "-a = x\n",
            "a = x\n    .title = y\n",
            "a = x\na = y\n",
            "a = {",
        ] {
            assert!(read(source).is_err(), "{source}");
        }
    }
}
