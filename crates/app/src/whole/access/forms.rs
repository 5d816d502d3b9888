//! The forms of a page, read from its markup as a browser would.

/// A form.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Form {
    /// Where it is sent.
    pub action: String,
    /// Whether it acts.
    pub is_post: bool,
    /// What it sends, in order.
    pub fields: Vec<Field>,
}

/// A field of a form.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub value: String,
    /// Whether one may type any text into it.
    pub is_text: bool,
    /// Whether it asks for a number.
    pub is_number: bool,
}

/// The forms of the page at this path; files are left out.
pub fn of_page(page: &str, path: &str) -> Vec<Form> {
    let forms = page.split("<form").skip(1).filter_map(|rest| rest.split_once("</form>"));
    forms.map(|(form, _)| of_markup(form, path)).collect()
}

fn of_markup(form: &str, path: &str) -> Form {
    let head = form.split('>').next().unwrap_or_default();
    let action = attribute(head, "action").unwrap_or_else(|| path.to_owned());
    let fields = form.split('<').filter_map(field).collect();
    Form { action, is_post: head.contains(r#"method="post""#), fields }
}

fn field(tag: &str) -> Option<Field> {
    let (head, body) = tag.split_once('>')?;
    let (name, value) = (attribute(head, "name")?, attribute(head, "value").unwrap_or_default());
    if head.starts_with("textarea") {
        return Some(Field { name, value: body.to_owned(), is_text: true, is_number: false });
    }
    if head.starts_with("select") {
        return Some(Field { name, value, is_text: false, is_number: false });
    }
    let kind = attribute(head, "type").unwrap_or_default();
    let is_number = head.contains(r#"inputmode="numeric""#);
    let asks = matches!(kind.as_str(), "text" | "search" | "tel" | "url") && !is_number;
    let sends = head.starts_with("input") && kind != "file" && (kind != "radio" || head.contains("checked"));
    sends.then_some(Field { name, value, is_text: asks, is_number })
}

fn attribute(head: &str, name: &str) -> Option<String> {
    let (_, rest) = head.split_once(&format!(" {name}=\""))?;
    let value = rest.split('"').next()?;
    Some(value.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
}

/// The words of a page, for a complaint.
pub fn plain(page: &str) -> String {
    let words: Vec<&str> =
        page.split('<').filter_map(|tag| tag.split_once('>')).map(|(_, words)| words.trim()).collect();
    words.join(" ").split_whitespace().take(60).collect::<Vec<_>>().join(" ")
}
